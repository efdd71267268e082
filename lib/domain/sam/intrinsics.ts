import { isList, isMap, type Value, type ValueMap } from "./value";

export function ref(logicalId: string): ValueMap {
  return { Ref: logicalId };
}

export function getAtt(logicalId: string, attribute: string): ValueMap {
  return { "Fn::GetAtt": [logicalId, attribute] };
}

export function join(delimiter: string, values: Value[]): ValueMap {
  return { "Fn::Join": [delimiter, values] };
}

export function sub(text: string, variables?: ValueMap): ValueMap {
  return { "Fn::Sub": variables && Object.keys(variables).length > 0 ? [text, variables] : text };
}

export function noValue(): ValueMap {
  return ref("AWS::NoValue");
}

export function ifCondition(condition: Value, whenTrue: Value, whenFalse: Value = noValue()): ValueMap {
  return { "Fn::If": [condition, whenTrue, whenFalse] };
}

export function notCondition(condition: string): ValueMap {
  return { "Fn::Not": [{ Condition: condition }] };
}

export function andConditions(conditions: readonly Value[]): ValueMap {
  return { "Fn::And": conditions.map((condition) => ({ Condition: condition })) };
}

export function orConditions(conditions: readonly Value[]): ValueMap {
  return { "Fn::Or": conditions.map((condition) => ({ Condition: condition })) };
}

/** A map with one key that is a function's name: `Ref`, `Condition`, `Fn::…`. */
export function isIntrinsic(value: Value | undefined): value is ValueMap {
  const key = onlyKeyOf(value);
  return key !== undefined && (key === "Ref" || key === "Condition" || key.startsWith("Fn::"));
}

export function isIf(value: Value | undefined): value is ValueMap {
  return onlyKeyOf(value) === "Fn::If";
}

export function isNoValue(value: Value | undefined): boolean {
  return isMap(value) && onlyKeyOf(value) === "Ref" && value.Ref === "AWS::NoValue";
}

/** Condition, value if true, value if false; `null` where `Fn::If` does not have exactly these three. */
export function ifBranches(value: Value | undefined): [Value, Value, Value] | null {
  const items = isMap(value) ? value["Fn::If"] : undefined;
  if (!isList(items) || items.length !== 3) return null;
  const [condition = null, whenTrue = null, whenFalse = null] = items;
  return [condition, whenTrue, whenFalse];
}

/** The logical id that a `Ref` or a `Fn::GetAtt` names. */
export function referredId(value: Value | undefined): string | null {
  if (!isMap(value) || !isIntrinsic(value)) return null;
  if (typeof value.Ref === "string") return value.Ref;
  const attribute = value["Fn::GetAtt"];
  if (isList(attribute) && attribute.length === 2 && typeof attribute[0] === "string") return attribute[0];
  if (typeof attribute === "string") {
    const [logicalId, name, ...rest] = attribute.split(".");
    if (logicalId !== undefined && name !== undefined && rest.length === 0) return logicalId;
  }
  return null;
}

export function onlyKeyOf(value: Value | undefined): string | undefined {
  if (!isMap(value)) return undefined;
  let only: string | undefined;
  for (const key in value) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
}
