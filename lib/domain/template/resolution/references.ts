import { isJsonArray, type Json } from "../../json";
import { asText, type KnownArgument, own, type Resolution } from "./intrinsic";
import type { ResolutionScope } from "./scope";

/** With AWS::LanguageExtensions the name may be an expression. */
export const resolveRef: Resolution = (argument, { scope, resolve }) => {
  const name = typeof argument === "string" ? argument : (resolve(argument) ?? argument);
  if (name === "AWS::NoValue") return undefined;
  const value = typeof name === "string" ? findReferenced(name, scope) : undefined;
  return value ?? { Ref: name };
};

export const resolveGetAtt: Resolution = (argument, { scope, resolve }) => {
  const target = readGetAtt(resolve(argument) ?? argument);
  const value = target ? scope.getAtt(target.logicalId, target.attribute) : undefined;
  return value ?? { "Fn::GetAtt": target ? [target.logicalId, target.attribute] : argument };
};

export const resolveImportValue: KnownArgument = (argument, scope) => {
  const name = asText(argument);
  return name === undefined ? undefined : scope.importValue?.(name);
};

/** What a name in `Ref` or `${…}` stands for: a pseudo parameter, a parameter, or a resource. */
export function findReferenced(name: string, scope: ResolutionScope): Json | undefined {
  return own(scope.pseudoParameters, name) ?? own(scope.parameters, name) ?? scope.ref(name);
}

/** Both spellings of `Fn::GetAtt`: `[id, attribute]` and `id.attribute`; an attribute may hold dots itself. */
export function readGetAtt(argument: Json): { logicalId: string; attribute: string } | null {
  const parts = isJsonArray(argument) ? argument.map(asText) : typeof argument === "string" ? [argument] : [];
  if (parts.length === 0 || parts.includes(undefined)) return null;
  const [logicalId = "", ...rest] = parts.join(".").split(".");
  return logicalId !== "" && rest.length > 0 ? { logicalId, attribute: rest.join(".") } : null;
}
