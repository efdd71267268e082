/** A commit's date; `null` where it is none, or of a year that nothing else here can write. Committers set it as they like. */
export function readDate(text: string): Date | null {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}
