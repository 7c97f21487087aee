// The page: a row of phones on one line, live by a long poll.
import * as store from './store.js';
import * as wire from './wire.js';
import { Conditions } from './conditions.js';
import { Phone } from './phone.js';

const HINTS = ['JOIN HOPE', 'YES', 'Hello everyone', 'WHO', 'MENTOR May I ask you something?', 'HELP', 'PAUSE 2', 'STOP'];
const MOST_PHONES = 24;
const BREATH = 150;
const IDLE_BREATH = 1000;
const DEFAULTS = {
  line: '+263770000000',
  serviceCode: '*384#',
  phones: ['Thandi', 'Rudo', 'Tariro'].map((name, i) => ({ msisdn: `+26377100000${i + 1}`, name })),
};
const sleep = millis => new Promise(resolve => setTimeout(resolve, millis));
const $ = id => document.getElementById(id);

const page = {
  phones: [],
  get line() {
    return state.line;
  },
  get code() {
    return state.serviceCode;
  },
  active(phone) {
    page.current = phone;
    page.phones.forEach(other => other.element.classList.toggle('current', other === phone));
    $('active-name').textContent = phone ? `${phone.label}’s phone` : 'a phone';
  },
  changed(renumbered) {
    store.save(state);
    page.active(page.current);
    page.phones.forEach(phone => phone.lined(state.line, state.serviceCode));
    if (renumbered) {
      listenAgain();
    }
  },
  remove(phone) {
    const at = page.phones.indexOf(phone);
    page.phones.splice(at, 1);
    state.phones.splice(at, 1);
    phone.element.remove();
    page.active(page.phones[Math.min(at, page.phones.length - 1)]);
    (page.current?.$remove ?? $('add')).focus();
    page.changed(true);
    page.say(`The phone of ${phone.label} is gone.`);
  },
  say(sentence) {
    $('status').textContent = sentence;
  },
};

let state;
let poll = new AbortController();
let hues = 0;

function add(kept) {
  const phone = new Phone(kept, hues++, page);
  page.phones.push(phone);
  $('phones').append(phone.element);
  phone.lined(state.line, state.serviceCode);
  phone.tick(new Date());
  return phone;
}

function addAnother() {
  if (page.phones.length >= MOST_PHONES) {
    page.say(`${MOST_PHONES} phones are as many as fit here.`);
    return;
  }
  const taken = new Set(page.phones.map(phone => phone.number));
  let next = 1;
  while (taken.has(`+26377${1000000 + next}`)) {
    next++;
  }
  const kept = { msisdn: `+26377${1000000 + next}`, name: `Phone ${next}`, sent: [] };
  state.phones.push(kept);
  const phone = add(kept);
  page.changed(true);
  phone.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  phone.$text.focus();
}

function hints() {
  const add = (label, action) => {
    const item = document.createElement('li');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    button.addEventListener('click', action);
    item.append(button);
    $('hints').append(item);
    return button;
  };
  HINTS.forEach(hint => add(hint, () => page.current?.fill(hint)));
  const dial = add('', () => page.current?.ussd.dial(state.serviceCode));
  dial.id = 'hint-dial';
}

function lined() {
  $('hint-dial').textContent = `☎ ${state.serviceCode}`;
  $('hint-dial').setAttribute('aria-label', `Dial ${state.serviceCode}`);
}

function editable(input, name) {
  input.value = state[name];
  input.addEventListener('change', () => {
    state[name] = input.value.trim() || DEFAULTS[name];
    input.value = state[name];
    lined();
    page.changed(false);
  });
}

/** Starts the poll over, for all texts of the phones that are here now. */
function listenAgain() {
  poll.abort();
  poll = new AbortController();
  listen(poll.signal);
}

async function listen(signal) {
  let since = 0;
  let run = null;
  let pause = 500;
  let wait = 0; // the first answer, and the first after a fault, comes at once
  while (!signal.aborted && page.phones.length > 0) {
    try {
      const asked = Date.now();
      const answer = await wire.inbox(since, wait, page.phones.map(phone => phone.number), signal);
      if (signal.aborted) {
        return;
      }
      const fresh = answer.run !== run;
      if (fresh && since > 0) {
        // The service was started again: its numbers begin anew.
        run = null;
        since = 0;
        continue;
      }
      page.phones.forEach(phone => phone.receive(answer.messages.filter(message => message.to === phone.number), fresh));
      run = answer.run;
      since = answer.next;
      if (pause > 500) {
        page.say('Connected again.');
      }
      pause = 500;
      // A busy server answers at once instead of waiting, and a busy line has always news: neither may spin.
      const idle = answer.messages.length === 0 && wait > 0 && Date.now() - asked < IDLE_BREATH;
      wait = 20;
      await sleep(idle ? IDLE_BREATH : BREATH);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      wait = 0;
      page.say('No connection to the service; trying again…');
      await sleep(pause);
      pause = Math.min(pause * 2, 8000);
    }
  }
}

async function start() {
  const kept = store.load();
  const given = await wire.setup().catch(() => DEFAULTS);
  state = {
    line: kept.line || given.line,
    serviceCode: kept.serviceCode || given.serviceCode,
    phones: (kept.phones || given.phones).map(phone => ({ sent: [], ...phone })),
  };
  editable($('line'), 'line');
  editable($('code'), 'serviceCode');
  hints();
  lined();
  state.phones.forEach(add);
  page.active(page.phones[0]);
  $('add').addEventListener('click', addAnother);
  const conditions = new Conditions(() => {
    state.phones.forEach(phone => { phone.sent = []; });
    page.phones.forEach(phone => phone.redraw([]));
    page.changed(true);
  });
  conditions.refresh();
  setInterval(() => page.phones.forEach(phone => phone.tick(new Date())), 10_000);
  listenAgain();
}

start();
