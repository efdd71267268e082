import { invalidDocument, invalidTemplate } from "../fault";
import { isDict, isText, type PyText, type PyValue, readText, textLike, textOf } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import type { Value, ValueMap } from "../value";

/** `resolveParameters` of the parameter resolver, for values of an API definition: edits in place, returns the top. */
export function resolveParametersIn(value: PyValue, parameters: ValueMap): PyValue {
  const resolved = resolveIntrinsic(value, parameters);
  if (isDict(resolved)) {
    for (const [key, item] of resolved.items()) resolved.set(key, resolveParametersIn(item, parameters));
  } else if (Array.isArray(resolved)) {
    for (const [index, item] of resolved.entries()) resolved[index] = resolveParametersIn(item, parameters);
  }
  return resolved;
}

function resolveIntrinsic(value: PyValue, parameters: ValueMap): PyValue {
  if (!isDict(value) || value.size !== 1) return value;
  const name = readText(value.get("Ref"));
  if (name !== undefined) return parameterValue(name, parameters) ?? value;
  const argument = value.get("Fn::Sub");
  if (isText(argument)) value.set("Fn::Sub", substitute(argument, parameters));
  else if (Array.isArray(argument) && isText(argument[0])) argument[0] = substitute(argument[0], parameters);
  return value;
}

function substitute(text: PyText, parameters: ValueMap): PyText {
  let substituted = textOf(text);
  for (const [whole, name = ""] of textOf(text).matchAll(/\$\{([A-Za-z0-9.]+|AWS::[A-Z][A-Za-z]*)\}/g)) {
    const value = parameterValue(name, parameters);
    if (value === undefined) continue;
    if (!isText(value)) {
      throw invalidDocument([
        invalidTemplate(`Fn::Sub puts text together, but \${${name}} is not text. Quote the parameter's value.`),
      ]);
    }
    substituted = substituted.replace(whole, () => textOf(value));
  }
  return textLike(text, substituted);
}

const PSEUDO_PARAMETERS = ["AWS::Region", "AWS::Partition"];

function parameterValue(name: string, parameters: ValueMap): PyValue | undefined {
  const value: Value | undefined = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined || (typeof value === "string" && value.startsWith("{{IntrinsicFunction:"))) return undefined;
  return typeof value === "string" && PSEUDO_PARAMETERS.includes(name) ? value : fromTemplate(value);
}
