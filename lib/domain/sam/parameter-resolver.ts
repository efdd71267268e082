import { invalidDocument, invalidTemplate } from "./fault";
import { onlyKeyOf } from "./intrinsics";
import { copyValue, isGiven, isList, isMap, type Value, type ValueMap } from "./value";

/**
 * Replaces `Ref` and `${…}` of parameters whose value is known, everywhere below `value`. Maps and lists are edited in
 * place; what stands at the top is returned. A value that CloudFormation sends as its own placeholder stays a reference.
 */
export function resolveParameters(value: Value, parameters: ValueMap): Value {
  return rewrite(value, (intrinsic, name) => {
    if (name === "Ref") return resolveRef(intrinsic, parameters);
    if (name === "Fn::Sub") substitute(intrinsic, (reference, whole) => parameterOr(parameters, reference, whole));
    return intrinsic;
  });
}

/** Replaces `Fn::FindInMap` whose three keys are text and found in `mappings`; others stay. */
export function resolveMappings(value: Value, mappings: ValueMap): Value {
  if (!isGiven(mappings)) return value;
  return rewrite(value, (intrinsic, name) => (name === "Fn::FindInMap" ? findInMap(intrinsic, mappings) : intrinsic));
}

/** Visits maps with one key before what is below them, so that what a reference resolves to is visited as well. */
function rewrite(value: Value, replace: (intrinsic: ValueMap, name: string) => Value): Value {
  if (typeof value !== "object" || value === null) return value;
  const name = onlyKeyOf(value);
  const replaced = name !== undefined && isMap(value) ? replace(value, name) : value;
  if (isList(replaced)) {
    for (const [index, item] of replaced.entries()) replaced[index] = rewrite(item, replace);
  } else if (isMap(replaced)) {
    for (const key of Object.keys(replaced)) {
      const entry = replaced[key];
      if (typeof entry === "object" && entry !== null) replaced[key] = rewrite(entry, replace);
    }
  }
  return replaced;
}

function substitute(intrinsic: ValueMap, replace: (reference: string, whole: string) => Value): void {
  const argument = intrinsic["Fn::Sub"];
  if (typeof argument === "string") {
    intrinsic["Fn::Sub"] = substituteText(argument, replace);
  } else if (isList(argument) && typeof argument[0] === "string") {
    argument[0] = substituteText(argument[0], replace);
  }
}

const reference = /\$\{([A-Za-z0-9.]+|AWS::[A-Z][A-Za-z]*)\}/g;

/** Rewrites each `${name}` in the text of a `Fn::Sub`; `replace` answers with text to put there. */
export function substituteText(text: string, replace: (reference: string, whole: string) => Value): string {
  if (!text.includes("${")) return text;
  let substituted = text;
  for (const [whole, name = ""] of text.matchAll(reference)) {
    const replacement = replace(name, whole);
    if (typeof replacement !== "string") {
      throw invalidDocument([
        invalidTemplate(`Fn::Sub puts text together, but \${${name}} is not text. Quote the parameter's value.`),
      ]);
    }
    if (replacement !== whole) substituted = substituted.replace(whole, () => replacement);
  }
  return substituted;
}

/** A default that is a map is none that CloudFormation takes: the reference stays, and `Fn::Sub` refuses it as no text. */
function resolveRef(intrinsic: ValueMap, parameters: ValueMap): Value {
  const value = typeof intrinsic.Ref === "string" ? parameterOr(parameters, intrinsic.Ref, intrinsic) : intrinsic;
  return isMap(value) ? intrinsic : value;
}

function parameterOr(parameters: ValueMap, name: string, otherwise: Value): Value {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined) return otherwise;
  if (typeof value === "string") return value.startsWith("{{IntrinsicFunction:") ? otherwise : value;
  return copyValue(value);
}

function findInMap(intrinsic: ValueMap, mappings: ValueMap): Value {
  const keys = intrinsic["Fn::FindInMap"];
  if (!isList(keys) || keys.length !== 3) {
    throw invalidDocument([
      invalidTemplate("Fn::FindInMap takes a list of three: map, top-level key, second-level key."),
    ]);
  }
  const [mapName, topKey, secondKey] = keys.map((key) =>
    isMap(key) && onlyKeyOf(key) === "Fn::FindInMap" ? findInMap(key, mappings) : key,
  );
  if (typeof mapName !== "string" || typeof topKey !== "string" || typeof secondKey !== "string") return intrinsic;
  const top = lookUp(mappings, mapName, mapName);
  const second = top === undefined ? undefined : lookUp(top, topKey, mapName);
  if (second === undefined || !Object.hasOwn(second, secondKey)) return intrinsic;
  return copyValue(second[secondKey] ?? null);
}

function lookUp(map: ValueMap, key: string, mapName: string): ValueMap | undefined {
  if (!Object.hasOwn(map, key)) return undefined;
  const entry = map[key];
  if (!isMap(entry)) {
    throw invalidDocument([invalidTemplate(`Mapping '${mapName}' must have two levels of keys for Fn::FindInMap.`)]);
  }
  return entry;
}
