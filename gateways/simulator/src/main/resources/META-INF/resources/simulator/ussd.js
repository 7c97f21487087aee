// The USSD dialog of one phone: dials, shows screens, answers, and closes.
import * as wire from './wire.js';

export class Ussd {
  constructor(dialog, phone) {
    this.dialog = dialog;
    this.phone = phone;
    this.title = dialog.querySelector('h2');
    this.page = dialog.querySelector('.page');
    this.answer = dialog.querySelector('.answer');
    this.go = dialog.querySelector('.go');
    this.cancel = dialog.querySelector('.cancel');
    const id = wire.newId('ussd-');
    this.title.id = id;
    this.page.id = `${id}-page`;
    dialog.setAttribute('aria-labelledby', id);
    this.answer.setAttribute('aria-describedby', this.page.id);
    dialog.addEventListener('submit', event => {
      event.preventDefault();
      if (this.more) {
        this.reply();
      } else {
        this.close();
      }
    });
    this.cancel.addEventListener('click', () => this.close());
    dialog.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        this.close();
      }
    });
  }

  get open() {
    return !this.dialog.hidden;
  }

  async dial(code) {
    this.code = code;
    this.session = wire.newId('s-');
    this.typed = [];
    this.title.textContent = code;
    this.dialog.hidden = false;
    this.phone.covered(true);
    await this.hop();
  }

  async reply() {
    if (this.busy || !this.answer.value) {
      this.answer.focus();
      return;
    }
    this.typed.push(this.answer.value);
    await this.hop();
  }

  async hop() {
    const session = this.session;
    this.busy = true;
    this.show('…', false, 'Cancel', '');
    this.dialog.setAttribute('aria-busy', 'true');
    let screen;
    try {
      screen = await wire.ussd(session, this.phone.number, this.code, this.typed.join('*'));
    } catch (error) {
      screen = { more: false, text: `Connection problem or invalid code.\n${error.message}` };
    }
    if (session !== this.session) {
      return; // cancelled meanwhile
    }
    this.busy = false;
    this.dialog.removeAttribute('aria-busy');
    this.more = screen.more;
    this.show(screen.text, screen.more, 'Cancel', screen.more ? 'Send' : 'OK');
    (screen.more ? this.answer : this.go).focus();
  }

  show(text, asks, cancel, go) {
    this.page.textContent = text;
    this.page.scrollTop = 0;
    this.answer.value = '';
    this.answer.parentElement.hidden = !asks;
    this.go.hidden = !go;
    this.go.textContent = go;
    this.cancel.hidden = !asks && go === 'OK';
    this.cancel.textContent = cancel;
  }

  close() {
    this.session = null;
    this.busy = false;
    this.more = false;
    this.dialog.hidden = true;
    this.dialog.removeAttribute('aria-busy');
    this.phone.covered(false);
  }
}
