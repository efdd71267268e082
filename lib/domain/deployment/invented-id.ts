/**
 * Ids that AWS draws (suffixes of names, API ids, UUIDs) cannot be known before the call. A plausible one stands in for
 * each, between two marks that survive `Fn::Sub`, `Fn::Join` and `Fn::Split`, so that whoever meets it in an ARN later
 * still knows which part was made up: {@link readAssumed} shows the plausible text, {@link readPattern} a `*` in its place.
 */
export type IdForm =
  | { readonly alphabet: "upper" | "lower" | "mixed" | "hex" | "digits"; readonly length: number }
  | { readonly alphabet: "uuid" };

/** The same id for the same seed, at every run. */
export function inventId(seed: string, form: IdForm): string {
  const text = form.alphabet === "uuid" ? drawUuid(seed) : drawText(seed, alphabets[form.alphabet], form.length);
  return markInvented(text);
}

/** Marks a text as assumed, such as a version number that the next deployment will raise. */
export function markInvented(text: string): string {
  return `${open}${text}${close}`;
}

export function readAssumed(text: string): string {
  return text.includes(open) ? text.replace(marks, "") : text;
}

export function readPattern(text: string): string {
  if (!text.includes(open)) return text;
  return text
    .replace(invented, "*")
    .replace(marks, "")
    .replace(/\*{2,}/g, "*");
}

/** The first characters, not counting marks; an id that is cut stays marked. */
export function cutText(text: string, length: number): string {
  let left = length;
  let isOpen = false;
  let result = "";
  for (const character of text) {
    if (character === open) isOpen = true;
    else if (character === close) isOpen = false;
    else if (left === 0) break;
    else left -= 1;
    result += character;
  }
  return isOpen ? `${result}${close}` : result;
}

export function inventedIdsIn(text: string): readonly string[] {
  if (!text.includes(open)) return [];
  return [...text.matchAll(invented)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

const open = "\uE000";
const close = "\uE001";
const marks = /[\uE000\uE001]/g;
const invented = /\uE000([^\uE000\uE001]*)\uE001/g;

const alphabets = {
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
  mixed: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  hex: "0123456789abcdef",
  digits: "123456789",
} as const;

function drawUuid(seed: string): string {
  const hex = drawText(seed, alphabets.hex, 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** FNV-1a over the seed, then xorshift: plausible looks are all that is asked of it. */
function drawText(seed: string, alphabet: string, length: number): string {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  state = state >>> 0 || 1;
  let text = "";
  for (let drawn = 0; drawn < length; drawn += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    text += alphabet.charAt((state >>> 0) % alphabet.length);
  }
  return text;
}
