import { joinParts } from "../policy-variables";
import { type ConditionOperator, withNegation } from "./operator";

type Compare = (actual: number, expected: number) => boolean;

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export const dateOperators: readonly ConditionOperator[] = [
  ...withNegation(
    dateOperator("DateEquals", (actual, expected) => actual === expected),
    "DateNotEquals",
  ),
  dateOperator("DateLessThan", (actual, expected) => actual < expected),
  dateOperator("DateLessThanEquals", (actual, expected) => actual <= expected),
  dateOperator("DateGreaterThan", (actual, expected) => actual > expected),
  dateOperator("DateGreaterThanEquals", (actual, expected) => actual >= expected),
];

function dateOperator(name: string, compare: Compare): ConditionOperator {
  return {
    name,
    negated: false,
    wildcards: false,
    variables: false,
    kind: "date",
    compileValue: (parts) => {
      const expected = parseInstant(joinParts(parts));
      if (expected === null) return null;
      return (text) => {
        const actual = parseInstant(text);
        return actual === null ? null : compare(actual, expected);
      };
    },
  };
}

/** The profile of ISO 8601 that AWS names (https://www.w3.org/TR/NOTE-datetime): a year alone is a date too. */
const w3cDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
const epochSeconds = /^\d{5,}(?:\.\d+)?$/;

/** Milliseconds since 1970 of a date as policies write it: ISO 8601, or seconds since 1970 with five digits or more. */
function parseInstant(text: string): number | null {
  if (epochSeconds.test(text)) return Number(text) * 1000;
  const match = w3cDate.exec(text);
  if (match === null) return null;
  const part = (index: number, missing: number) => (match[index] === undefined ? missing : Number(match[index]));
  const [month, day, hour, minute, second] = [part(2, 1), part(3, 1), part(4, 0), part(5, 0), part(6, 0)];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`) * 1000;
  return Date.UTC(part(1, 0), month - 1, day, hour, minute, second) + fraction - offsetOf(match[8]);
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}
