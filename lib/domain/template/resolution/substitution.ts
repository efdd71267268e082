import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../json";
import { asText, own, type Resolution, type ResolutionContext } from "./intrinsic";
import { findReferenced } from "./references";

/** `Fn::Sub`, with and without its own variables. While one name is unknown it stays a `Fn::Sub` of what is left. */
export const resolveSub: Resolution = (argument, context) => {
  const parts = readSub(argument);
  if (!parts) return { "Fn::Sub": argument };
  const variables = resolveVariables(parts.variables, context);
  const unknown = new Set<string>();
  for (const name of namesIn(parts.text)) {
    if (findText(name, variables, context) === undefined) unknown.add(name);
  }
  if (unknown.size === 0) {
    return parts.text.replace(placeholder, (_whole, literal?: string, name?: string) =>
      literal !== undefined ? `\${${literal}}` : (findText(name ?? "", variables, context) ?? ""),
    );
  }
  const text = parts.text.replace(placeholder, (whole: string, literal?: string, name?: string) =>
    literal !== undefined || unknown.has(name ?? "")
      ? whole
      : (findText(name ?? "", variables, context) ?? "").replaceAll("${", "${!"),
  );
  const left = Object.entries(variables).filter(([name]) => unknown.has(name));
  return { "Fn::Sub": left.length > 0 ? [text, Object.fromEntries(left)] : text };
};

/** The text and the variables of both forms of `Fn::Sub`. */
export function readSub(argument: Json): { text: string; variables: JsonObject } | null {
  if (typeof argument === "string") return { text: argument, variables: {} };
  if (!isJsonArray(argument)) return null;
  const [text, variables = {}] = argument;
  return typeof text === "string" && isJsonObject(variables) ? { text, variables } : null;
}

/** The names that stand in `${…}`, without the escaped ones. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
}

/** Names hold no braces; to say so keeps a text of nothing but opening braces from being searched to its end each time. */
const placeholder = /\$\{(?:!([^{}]*)|([^!{}][^{}]*))\}/g;

function resolveVariables(variables: JsonObject, { resolve }: ResolutionContext): JsonObject {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, resolve(value) ?? value]));
}

function findText(name: string, variables: JsonObject, { scope }: ResolutionContext): string | undefined {
  if (Object.hasOwn(variables, name)) return asText(own(variables, name));
  const dot = name.indexOf(".");
  return asText(dot < 0 ? findReferenced(name, scope) : scope.getAtt(name.slice(0, dot), name.slice(dot + 1)));
}
