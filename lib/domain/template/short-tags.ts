import type { Json, JsonObject } from "../json";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functionTags: ReadonlySet<string> = new Set([
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
]);

/** The long form's key for a tag as written (`!Sub`); null for a tag that is none of CloudFormation's. */
export function longFormKey(tag: string): string | null {
  const name = tag.slice(1);
  if (name === "Ref" || name === "Condition") return name;
  return functionTags.has(name) ? `Fn::${name}` : null;
}

/** `!GetAtt Orders.Arn` names its parts with a dot, the long form lists them; only the first dot separates. */
export function longForm(key: string, argument: Json): JsonObject {
  if (key !== "Fn::GetAtt" || typeof argument !== "string") return { [key]: argument };
  const dot = argument.indexOf(".");
  return { [key]: dot < 0 ? [argument] : [argument.slice(0, dot), argument.slice(dot + 1)] };
}
