// The drawer that sets the carrier's faults.
import * as wire from './wire.js';

const NUMBERS = [
  ['latencyMs', 'Answer takes', 'ms', 60000],
  ['lossPct', 'Texts lost on the air', '%', 100],
  ['throttlePct', 'Requests throttled', '%', 100],
  ['retryLaterPct', 'Carrier away', '%', 100],
  ['refusePct', 'Recipients refused', '%', 100],
  ['unknownPct', 'Answers lost', '%', 100],
  ['lateReceiptsMs', 'Receipts late by', 'ms', 3600000],
];
const FLAGS = [
  ['receipts', 'Receipts are sent'],
  ['duplicateReceipts', 'Receipts come twice'],
  ['earlyReceipts', 'Receipts come before the answer'],
];

export class Conditions {
  constructor(forgotten) {
    const $ = id => document.getElementById(id);
    this.dialog = $('conditions');
    this.note = $('conditions-note');
    this.badge = $('faults');
    this.fields = new Map();
    this.build($('conditions-fields'));
    $('open-conditions').addEventListener('click', () => this.open());
    $('close-conditions').addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('click', event => event.target === this.dialog && this.dialog.close());
    $('conditions-form').addEventListener('submit', event => {
      event.preventDefault();
      this.apply(this.values());
    });
    $('fair').addEventListener('click', () => this.apply({}));
    $('forget').addEventListener('click', () => wire.forget()
      .then(forgotten)
      .then(() => this.say('All texts are forgotten.'))
      .catch(error => this.say(error.message)));
  }

  build(into) {
    for (const [name, label, unit, most] of NUMBERS) {
      const input = Object.assign(document.createElement('input'), { type: 'number', min: 0, max: most, step: 1, value: 0 });
      this.field(into, name, label, input, unit);
    }
    const list = Object.assign(document.createElement('input'), { type: 'text', autocomplete: 'off', placeholder: '+263771000002, …' });
    this.field(into, 'optedOut', 'Opted out at the carrier', list, '');
    list.parentElement.classList.add('wide');
    for (const [name, label] of FLAGS) {
      this.field(into, name, label, Object.assign(document.createElement('input'), { type: 'checkbox' }), '');
    }
  }

  field(into, name, label, input, unit) {
    const row = document.createElement('label');
    row.className = input.type;
    row.append(Object.assign(document.createElement('span'), { textContent: unit ? `${label} (${unit})` : label }), input);
    into.append(row);
    this.fields.set(name, input);
  }

  async open() {
    this.say('');
    this.dialog.showModal();
    await this.refresh();
  }

  async refresh() {
    try {
      this.show(await wire.conditions());
    } catch (error) {
      this.say(error.message);
    }
  }

  values() {
    const value = {};
    NUMBERS.forEach(([name]) => { value[name] = Number(this.fields.get(name).value || 0); });
    FLAGS.forEach(([name]) => { value[name] = this.fields.get(name).checked; });
    value.optedOut = this.fields.get('optedOut').value.split(',').map(number => number.trim()).filter(Boolean);
    return value;
  }

  async apply(value) {
    try {
      this.show(await wire.setConditions(value));
      this.say('Set, from now on.');
    } catch (error) {
      this.say(error.message);
    }
  }

  show(value) {
    let faults = value.receipts ? 0 : 1;
    for (const [name] of NUMBERS) {
      this.fields.get(name).value = value[name];
      faults += value[name] > 0;
    }
    FLAGS.forEach(([name]) => { this.fields.get(name).checked = value[name]; });
    faults += value.duplicateReceipts + value.earlyReceipts + (value.optedOut.length > 0);
    this.fields.get('optedOut').value = value.optedOut.join(', ');
    this.badge.hidden = faults === 0;
    this.badge.textContent = `${faults} on`;
  }

  say(sentence) {
    this.note.textContent = sentence;
  }
}
