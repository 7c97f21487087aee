// The calls to the simulator's gateway; its README describes them.
export const account = new URLSearchParams(location.search).get('account') || 'sim';
const base = `/gateways/${encodeURIComponent(account)}/`;

async function call(path, options = {}) {
  const answer = await fetch(base + path, { cache: 'no-store', ...options });
  if (!answer.ok) {
    const sentence = (await answer.text()).slice(0, 200);
    throw new Error(sentence.startsWith('<') || !sentence ? `The service answered ${answer.status}.` : sentence);
  }
  return answer;
}

const form = fields => ({ method: 'POST', body: new URLSearchParams(fields) });

export const setup = async () => (await call('setup')).json();

export const sendSms = (from, to, text, id) => call('sms', form({ from, to, text, id }));

/** Gives {more, text}: the next screen. */
export async function ussd(session, from, to, text) {
  const body = await (await call('ussd', form({ session, from, to, text }))).text();
  if (!body.startsWith('CON ') && !body.startsWith('END ')) {
    throw new Error('The answer is no USSD screen.');
  }
  return { more: body.startsWith('CON '), text: body.slice(4) };
}

export async function inbox(since, wait, phones, signal) {
  const query = new URLSearchParams({ since, wait, phones: phones.join(',') });
  return (await call(`inbox?${query}`, { signal })).json();
}

export const conditions = async () => (await call('conditions')).json();

export const setConditions = async value => (await call('conditions', {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})).json();

export const forget = () => call('phones', { method: 'DELETE' });

/** An id that no other text has; crypto.randomUUID is missing on plain http away from localhost. */
export function newId(prefix) {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return prefix + Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}
