import { orConditions } from "../intrinsics";
import { mapEntryOf, type ValueMap } from "../value";

/** What `Fn::Or` takes. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html */
const MOST_ALTERNATIVES = 10;

/**
 * The name of a condition that holds if any of the given ones does: the only one itself, or a new one, which is added
 * to the template's `Conditions`. More than ten are combined in steps, whose conditions are numbered downwards.
 */
export function combineConditions(template: ValueMap, conditions: readonly string[], name: string): string {
  const [first] = conditions;
  if (conditions.length === 1 && first !== undefined) return first;
  const declared = mapEntryOf(template, "Conditions") ?? {};
  template.Conditions = declared;
  let remaining = [...conditions];
  let number = Math.floor((conditions.length - 2) / (MOST_ALTERNATIVES - 1));
  while (remaining.length > 1) {
    const step = number > 0 ? `${name}${number}` : name;
    number -= 1;
    declared[step] = orConditions(remaining.slice(0, MOST_ALTERNATIVES));
    remaining = [...remaining.slice(MOST_ALTERNATIVES), step];
  }
  return name;
}
