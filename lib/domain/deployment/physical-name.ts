import { cutText, inventId, readAssumed } from "./invented-id";

/** How CloudFormation names a resource of a type when the template gives it no name. */
export interface NameRule {
  /** The property that gives the name. */
  readonly property: string;
  /** The service's limit; longer generated names are shortened. Default 255. */
  readonly maxLength?: number;
  /** Default `stack-and-logical-id`: `<stack>-<LogicalId>-<suffix>`. */
  readonly form?: "stack-and-logical-id" | "logical-id" | "cfn-and-logical-id" | "logical-id-alone";
  readonly lowerCase?: boolean;
  /** Characters of the random suffix. Default: 12 of upper and lower case and digits. */
  readonly suffix?: { readonly alphabet: "upper" | "lower" | "mixed"; readonly length: number };
  /** What follows the suffix, as in `.fifo`. */
  readonly ending?: string;
}

/**
 * A generated name; its suffix is an invented id. When the name would be too long, stack name and logical id share the
 * room evenly, and what one does not need goes to the other.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function generateName(
  rule: Omit<NameRule, "property">,
  stackName: string,
  logicalId: string,
  seed: string,
): string {
  const { maxLength = 255, form = "stack-and-logical-id", lowerCase = false, ending = "" } = rule;
  if (form === "logical-id-alone") return logicalId.slice(0, maxLength);
  const suffixForm = rule.suffix ?? { alphabet: "mixed", length: 12 };
  const parts = {
    "stack-and-logical-id": [stackName, logicalId],
    "logical-id": [logicalId],
    "cfn-and-logical-id": ["CFN", logicalId],
  };
  const suffix = inventId(seed, lowerCase ? { ...suffixForm, alphabet: "lower" } : suffixForm);
  const room = maxLength - suffixForm.length - parts[form].length - ending.length;
  const prefix = shareRoom(parts[form], room).join("-");
  return `${lowerCase ? prefix.toLowerCase() : prefix}-${suffix}${ending}`;
}

function shareRoom(parts: readonly string[], room: number): readonly string[] {
  const [first = "", second] = parts;
  if (second === undefined) return [cutText(first, room)];
  const [firstLength, secondLength] = [readAssumed(first).length, readAssumed(second).length];
  if (firstLength + secondLength <= room) return parts;
  const half = Math.floor(room / 2);
  if (firstLength <= half) return [first, cutText(second, room - firstLength)];
  if (secondLength <= half) return [cutText(first, room - secondLength), second];
  return [cutText(first, room - half), cutText(second, half)];
}
