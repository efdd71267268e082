import type { TimeConstantId } from "@/lib/domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import { ownTimesSchema } from "@/lib/schemas/time-model";

/** What stands in the fields, by constant; empty where there is no own figure. */
export type TimeTexts = Readonly<Partial<Record<TimeConstantId, string>>>;

export interface TimesRead {
  /** `null` where some field cannot be read. */
  readonly times: OwnTimes | null;
  readonly problems: Readonly<Record<string, string>>;
}

/** The figures as typed, with a decimal point or comma. */
export function readTimes(texts: TimeTexts): TimesRead {
  const given = Object.entries(texts).flatMap(([id, text]) =>
    text.trim() === "" ? [] : [[id, toMinutes(text)] as const],
  );
  const unreadable = given.flatMap(([id, minutes]) => (minutes === null ? [[id, noNumber] as const] : []));
  const checked = ownTimesSchema.safeParse(Object.fromEntries(given.filter(([, minutes]) => minutes !== null)));
  const outside = checked.error?.issues.map(({ path, message }) => [String(path[0]), message] as const) ?? [];
  const problems = Object.fromEntries([...unreadable, ...outside]);
  return { times: Object.keys(problems).length === 0 && checked.data ? checked.data : null, problems };
}

export function writeTimes(times: OwnTimes): TimeTexts {
  return Object.fromEntries(Object.entries(times).map(([id, minutes]) => [id, String(minutes)]));
}

function toMinutes(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : null;
}

const noNumber = "Write minutes as a number, such as 2.5.";
