// Counts the segments a network bills: GSM-7 160 alone or 153 joined, UCS-2 70 or 67 (3GPP TS 23.038, 23.040).
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?'
  + '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Gives {segments, used, room, odd}: units used and free up to the end of the segment, and what made it UCS-2. */
export function count(text) {
  const characters = [...text];
  const odd = characters.find(c => !BASIC.has(c) && !EXTENDED.has(c));
  const costs = characters.map(c => (odd ? c.length : EXTENDED.has(c) ? 2 : 1));
  const [alone, joined] = odd ? [70, 67] : [160, 153];
  const used = costs.reduce((sum, cost) => sum + cost, 0);
  if (used <= alone) {
    return { segments: 1, used, room: alone - used, odd };
  }
  let segments = 1;
  let filled = 0;
  for (const cost of costs) {
    if (filled + cost > joined) {
      segments++;
      filled = 0;
    }
    filled += cost;
  }
  return { segments, used, room: joined - filled, odd };
}
