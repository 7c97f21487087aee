// What this browser remembers: the phones, their own texts, the line. Received texts stay with the simulator.
import { account } from './wire.js';

const KEY = `dariro-simulator-${account}`;
const MOST_SENT = 100;

export function load() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

export function save(state) {
  state.phones.forEach(phone => phone.sent.splice(0, phone.sent.length - MOST_SENT));
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // A full or forbidden store costs only the memory of this page.
  }
}
