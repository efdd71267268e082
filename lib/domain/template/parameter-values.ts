import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { StackTarget } from "../stack";
import { assumeParameterValue } from "./assumed-parameter-value";
import { asText, own } from "./resolution/intrinsic";
import type { ResolvedParameter } from "./resolved-template";

/** The parameters' values at this target: given, else the default, else one that is plausible for the type. */
export function readParameterValues(
  document: JsonObject,
  target: StackTarget,
): Staged<Readonly<Record<string, ResolvedParameter>>> {
  const declared = isJsonObject(document.Parameters) ? document.Parameters : {};
  const problems: Problem[] = [];
  const values: [string, ResolvedParameter][] = [];
  for (const [name, declaration] of Object.entries(declared)) {
    const { value, problems: noticed } = readParameter(name, declaration, target);
    values.push([name, value]);
    problems.push(...noticed);
  }
  for (const name of Object.keys(target.parameters)) {
    if (!Object.hasOwn(declared, name)) problems.push(unknownParameter(name));
  }
  return { value: Object.fromEntries(values), problems };
}

function readParameter(name: string, declaration: Json, target: StackTarget): Staged<ResolvedParameter> {
  const fields = isJsonObject(declaration) ? declaration : {};
  const declaredType = asText(fields.Type) ?? "String";
  const inner = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(declaredType)?.[1];
  const given = own(target.parameters, name);
  const text = given ?? defaultText(fields.Default);
  if (inner !== undefined) {
    const value = readAs(inner, assumeParameterValue(name, inner, {}, target));
    const named = { type: declaredType, value, origin: "assumed", ssmParameterName: text ?? null } as const;
    return { value: named, problems: [assumed(name, value, `CloudFormation reads it from SSM at deployment`)] };
  }
  if (text === undefined) {
    const value = readAs(declaredType, assumeParameterValue(name, declaredType, fields, target));
    const parameter = { type: declaredType, value, origin: "assumed", ssmParameterName: null } as const;
    return { value: parameter, problems: [assumed(name, value, "it has no default and no value was given")] };
  }
  const origin = given === undefined ? "default" : "given";
  return {
    value: { type: declaredType, value: readAs(declaredType, text), origin, ssmParameterName: null },
    problems: checkValue(name, declaredType, text, fields),
  };
}

function defaultText(value: Json | undefined): string | undefined {
  if (!isJsonArray(value)) return asText(value);
  return value.map((entry) => asText(entry) ?? "").join(",");
}

/** Text as the type reads it. Numbers stay text where their spelling would be lost (`1.0`, `007`). */
function readAs(type: string, text: string): Json {
  if (type === "CommaDelimitedList" || type.startsWith("List<")) {
    const element = /^List<(.+)>$/.exec(type)?.[1] ?? "String";
    return text === "" ? [] : text.split(",").map((entry) => readAs(element, entry.trim()));
  }
  return type === "Number" && text !== "" && String(Number(text)) === text ? Number(text) : text;
}

function checkValue(name: string, type: string, text: string, fields: JsonObject): Problem[] {
  const allowed = isJsonArray(fields.AllowedValues) ? fields.AllowedValues.map(asText) : null;
  const isList = type === "CommaDelimitedList" || type.startsWith("List<");
  const entries = isList ? text.split(",").map((entry) => entry.trim()) : [text];
  const refused = allowed ? entries.filter((entry) => !allowed.includes(entry)) : [];
  if (refused.length > 0) {
    const message = `Parameter ${name} is "${refused.join(",")}", which AllowedValues does not list. Give one of: ${allowed?.join(", ")}.`;
    return [{ code: "parameter-not-allowed", severity: "error", message, path: `Parameters.${name}` }];
  }
  if (type === "Number" && (text.trim() === "" || Number.isNaN(Number(text)))) {
    const message = `Parameter ${name} is a Number, but its value is "${text}". Give a number.`;
    return [{ code: "parameter-not-a-number", severity: "error", message, path: `Parameters.${name}` }];
  }
  return [];
}

function assumed(name: string, value: Json, reason: string): Problem {
  const shown = isJsonArray(value) ? value.join(",") : String(value);
  const message = `Parameter ${name} is assumed to be "${shown}": ${reason}. Give its value to be sure.`;
  return { code: "parameter-assumed", severity: "warning", message, path: `Parameters.${name}` };
}

function unknownParameter(name: string): Problem {
  const message = `The template has no parameter ${name}; its value is not used. Remove it or correct its name.`;
  return { code: "parameter-unknown", severity: "warning", message, path: `Parameters.${name}` };
}
