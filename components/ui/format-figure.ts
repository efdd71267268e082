const whole = new Intl.NumberFormat("en");

export function formatCount(value: number): string {
  return whole.format(value);
}

export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** Whole minutes from ten on, one decimal below: the constants behind them are no finer. */
export function formatMinutes(minutes: number): string {
  return minutes < 10 ? String(Math.round(minutes * 10) / 10) : formatCount(Math.round(minutes));
}

/** A share of 0 to 1 as whole percent; 100 and 0 are kept for "all" and "none". */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return "99";
  if (percent === 0 && share > 0) return "1";
  return String(percent);
}
