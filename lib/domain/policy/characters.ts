/** A bit for each lower-case letter, one for all digits, one for the dash; nothing for wildcards and the rest. */
export function charactersOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << 26;
    else if (code === 45) bits |= 1 << 27;
  }
  return bits;
}
