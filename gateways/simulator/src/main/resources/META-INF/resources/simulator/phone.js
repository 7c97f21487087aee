// One phone on the page: its thread, its text box with the segment counter, its keys.
import * as wire from './wire.js';
import { count } from './segments.js';
import { Ussd } from './ussd.js';

const MOST_SHOWN = 200;
const PAD = ['1 ', '2 abc', '3 def', '4 ghi', '5 jkl', '6 mno', '7 pqrs', '8 tuv', '9 wxyz', '* ', '0 +', '# '];
const NUMBER = /^\+[1-9][0-9]{6,14}$/;
const time = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export class Phone {
  /** The page is told of changes by: page.active(phone), page.changed(renumbered), page.remove(phone). */
  constructor(kept, hue, page) {
    this.kept = kept;
    this.page = page;
    this.element = document.getElementById('phone-template').content.firstElementChild.cloneNode(true);
    this.element.classList.add(`hue-${hue % 6}`);
    for (const part of ['name', 'number', 'remove', 'screen', 'peer', 'clock', 'thread', 'compose', 'count', 'send', 'dial', 'pad', 'clear']) {
      this[`$${part}`] = this.element.querySelector(`.${part}`);
    }
    this.$text = this.element.querySelector('textarea');
    this.$code = this.element.querySelector('.dial-code');
    this.ussd = new Ussd(this.element.querySelector('.ussd'), this);
    this.$name.value = kept.name;
    this.$number.value = kept.msisdn;
    this.listen();
    this.pad();
    this.named();
    this.counted();
    this.redraw([]);
  }

  get number() {
    return this.kept.msisdn;
  }

  get label() {
    return this.kept.name || this.kept.msisdn;
  }

  listen() {
    this.element.addEventListener('focusin', () => this.page.active(this));
    this.element.addEventListener('pointerdown', () => this.page.active(this));
    this.$name.addEventListener('change', () => {
      this.kept.name = this.$name.value.trim();
      this.named();
      this.page.changed(false);
    });
    this.$number.addEventListener('change', () => this.renumber());
    this.$remove.addEventListener('click', () => this.page.remove(this));
    this.$text.addEventListener('input', () => this.counted());
    this.$text.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.compose();
      }
    });
    this.$compose.addEventListener('submit', event => {
      event.preventDefault();
      this.compose();
    });
    this.$dial.addEventListener('click', () => this.ussd.dial(this.page.code));
    this.$clear.addEventListener('click', () => this.type(null));
  }

  pad() {
    for (const key of PAD) {
      const [digit, letters] = key.split(' ');
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.append(digit, Object.assign(document.createElement('small'), { textContent: letters }));
      button.addEventListener('click', () => this.type(digit));
      this.$pad.append(button);
    }
  }

  /** Types one character into what is open, or deletes one. */
  type(character) {
    const field = this.ussd.open ? this.ussd.answer : this.$text;
    if (this.ussd.open && !this.ussd.more) {
      return;
    }
    const at = field.selectionStart ?? field.value.length;
    const end = field.selectionEnd ?? at;
    if (character) {
      field.setRangeText(character, at, end, 'end');
    } else {
      field.setRangeText('', at === end ? Math.max(0, at - 1) : at, end, 'end');
    }
    field.dispatchEvent(new Event('input'));
    field.focus();
  }

  renumber() {
    const number = this.$number.value.replace(/[\s().-]/g, '').replace(/^00/, '+').replace(/^([1-9])/, '+$1');
    const taken = this.page.phones.some(other => other !== this && other.number === number);
    if (!NUMBER.test(number) || taken) {
      this.page.say(taken ? 'Another phone has this number.' : 'A number starts with + and the country: +263771000001.');
      this.$number.value = this.kept.msisdn;
      return;
    }
    this.$number.value = number;
    if (number !== this.kept.msisdn) {
      this.kept.msisdn = number;
      this.kept.sent = [];
      this.named();
      this.redraw([]);
      this.page.changed(true);
    }
  }

  named() {
    this.element.setAttribute('aria-label', `Phone of ${this.label}`);
    this.$thread.setAttribute('aria-label', `Texts on the phone of ${this.label}`);
    this.$text.setAttribute('aria-label', `Text from ${this.label}`);
    this.$text.placeholder = 'Write a text…';
    this.$text.title = 'Enter sends, Shift and Enter begin a new line';
    this.$remove.setAttribute('aria-label', `Remove the phone of ${this.label}`);
  }

  /** Shows the line and the code that the page is set to. */
  lined(line, code) {
    this.$peer.textContent = line;
    this.$code.textContent = code;
    this.$dial.setAttribute('aria-label', `Dial ${code} on the phone of ${this.label}`);
  }

  tick(now) {
    this.$clock.textContent = time.format(now);
  }

  counted() {
    const { segments, used, room, odd } = count(this.$text.value);
    const size = `${room} left · ${segments} SMS`;
    this.$count.textContent = used === 0 ? 'Enter sends' : odd ? `${size}\n“${odd}” is costly` : size;
    this.$count.title = odd ? `“${odd}” is not in the GSM alphabet, so a text holds 70 characters instead of 160.` : '';
    this.$count.classList.toggle('dear', Boolean(odd) || segments > 1);
  }

  fill(text) {
    this.ussd.close();
    this.$text.value = text;
    this.counted();
    this.$text.focus();
  }

  compose() {
    const text = this.$text.value;
    if (text.trim() === '') {
      return;
    }
    const sent = { id: wire.newId('mo-'), text, at: Date.now(), segments: count(text).segments, state: 'sending' };
    this.kept.sent.push(sent);
    this.$text.value = '';
    this.counted();
    this.bubble(sent, true);
    this.deliver(sent);
  }

  async deliver(sent) {
    this.mark(sent, 'sending');
    try {
      await wire.sendSms(this.number, this.page.line, sent.text, sent.id);
      this.mark(sent, 'sent');
    } catch (error) {
      this.mark(sent, 'failed', error.message);
    }
    this.page.changed(false);
  }

  mark(sent, state, why = '') {
    sent.state = state;
    const bubble = this.$thread.querySelector(`[data-id="${sent.id}"]`);
    if (bubble) {
      bubble.dataset.state = state;
      bubble.querySelector('.meta').textContent = meta(sent);
      bubble.querySelector('.again')?.remove();
      if (state === 'failed') {
        const again = Object.assign(document.createElement('button'), { type: 'button', className: 'again', textContent: 'Send again' });
        again.title = why;
        again.addEventListener('click', () => this.deliver(sent));
        bubble.append(again);
      }
    }
  }

  /** Takes what the poll brought; the first poll brings all there is. */
  receive(messages, fresh) {
    if (fresh) {
      this.redraw(messages);
    } else if (messages.length > 0) {
      messages.forEach(message => this.bubble(message, false));
      this.element.classList.remove('buzz');
      void this.element.offsetWidth; // starts the animation anew
      this.element.classList.add('buzz');
    }
  }

  redraw(received) {
    const all = [
      ...received.map(message => [new Date(message.at).getTime(), message, false]),
      ...this.kept.sent.map(sent => [sent.at, sent, true]),
    ].sort((a, b) => a[0] - b[0]);
    this.$thread.replaceChildren();
    if (all.length === 0) {
      const empty = Object.assign(document.createElement('p'), { className: 'empty', textContent: 'No texts yet.\nTry JOIN HOPE.' });
      this.$thread.append(empty);
    }
    all.slice(-MOST_SHOWN).forEach(([, message, own]) => this.bubble(message, own));
  }

  bubble(message, own) {
    this.$thread.querySelector('.empty')?.remove();
    const bubble = document.createElement('article');
    bubble.className = own ? 'own' : 'got';
    bubble.dataset.id = message.id;
    const who = Object.assign(document.createElement('span'), { className: 'unseen', textContent: own ? 'You: ' : 'Received: ' });
    const words = Object.assign(document.createElement('p'), { textContent: message.text });
    words.prepend(who);
    bubble.append(words, Object.assign(document.createElement('span'), { className: 'meta', textContent: meta(message) }));
    this.$thread.append(bubble);
    while (this.$thread.children.length > MOST_SHOWN) {
      this.$thread.firstElementChild.remove();
    }
    if (own && message.state !== 'sent') {
      this.mark(message, message.state === 'sending' && Date.now() - message.at > 60_000 ? 'failed' : message.state);
    }
    this.$thread.scrollTop = this.$thread.scrollHeight;
  }

  /** Called when the USSD dialog opens over the thread, and when it closes. */
  covered(yes) {
    this.$thread.inert = yes;
    this.$compose.inert = yes;
    const focused = document.activeElement;
    if (!yes && (focused === document.body || this.element.contains(focused))) {
      this.$text.focus();
    }
  }
}

function meta(message) {
  const segments = `${message.segments} SMS`;
  const states = { sending: ' · sending…', failed: ' · not sent', sent: ' · sent' };
  return `${time.format(new Date(message.at))} · ${segments}${states[message.state] || ''}`;
}
