import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import { findCycles } from "./dependency-cycles";
import { readDependsOn } from "./read-depends-on";
import { collectReferences, type ReferredNames } from "./references";
import type { ResolvedTemplate } from "./resolved-template";

/** Names that nothing declares, resources that the conditions leave out but others need, and cycles. */
export function checkReferences(
  document: JsonObject,
  resolved: ResolvedTemplate,
  referredNames: ReferredNames,
): Problem[] {
  return [
    ...undeclaredNames(document, referredNames),
    ...absentResources(resolved, referredNames),
    ...unknownConditions(document),
    ...dependencyCycles(resolved),
  ];
}

/** CloudFormation refuses these wherever they stand, in branches that are not taken too. */
function undeclaredNames(document: JsonObject, referredNames: ReferredNames): Problem[] {
  const declared = new Set([...keysOf(document.Parameters), ...keysOf(document.Resources)]);
  const isDeclared = (name: string) => declared.has(name);
  return ["Resources", "Outputs"].flatMap((section) =>
    entriesOf(document[section]).flatMap(([name, value]) => {
      const logicalId = section === "Resources" ? name : undefined;
      const dependsOn = readDependsOn(isJsonObject(value) ? value.DependsOn : undefined);
      if (referredNames(value).every(isDeclared) && dependsOn.every(isDeclared)) return [];
      const references = [
        ...collectReferences(value, `${section}.${name}`),
        ...dependsOn.map((other) => ({ name: other, path: `${section}.${name}.DependsOn` })),
      ];
      return references
        .filter((reference) => !isDeclared(reference.name))
        .map((reference) => dangling(reference, name, logicalId));
    }),
  );
}

function dangling(reference: { name: string; path: string }, owner: string, logicalId: string | undefined): Problem {
  const message = `${owner} refers to ${reference.name}, which is neither a resource nor a parameter of this template. Declare it or correct the name.`;
  return {
    code: "dangling-reference",
    severity: "error",
    message,
    path: reference.path,
    ...(logicalId ? { logicalId } : {}),
  };
}

function absentResources({ resources, outputs, absent }: ResolvedTemplate, referredNames: ReferredNames): Problem[] {
  if (absent.length === 0) return [];
  const gone = new Set(absent);
  const owners = [
    ...resources.map(({ logicalId, properties }) => ({
      logicalId,
      path: `Resources.${logicalId}.Properties`,
      value: properties,
    })),
    ...outputs.map(({ name, value }) => ({ logicalId: undefined, path: `Outputs.${name}.Value`, value })),
  ];
  return owners.flatMap(({ logicalId, path, value }) => {
    if (!referredNames(value).some((name) => gone.has(name))) return [];
    return collectReferences(value, path)
      .filter(({ name }) => gone.has(name))
      .map((reference): Problem => {
        const message = `${path.split(".")[1]} refers to ${reference.name}, which does not exist under these conditions. Guard the reference with Fn::If.`;
        return {
          code: "absent-resource",
          severity: "error",
          message,
          path: reference.path,
          ...(logicalId ? { logicalId } : {}),
        };
      });
  });
}

function unknownConditions(document: JsonObject): Problem[] {
  const declared = new Set(keysOf(document.Conditions));
  return ["Resources", "Outputs"].flatMap((section) =>
    entriesOf(document[section]).flatMap(([name, value]): Problem[] => {
      const condition = isJsonObject(value) ? value.Condition : undefined;
      if (typeof condition !== "string" || declared.has(condition)) return [];
      const message = `${name} has the condition ${condition}, which the template does not define. Define it under Conditions or correct the name.`;
      const logicalId = section === "Resources" ? { logicalId: name } : {};
      return [
        { code: "unknown-condition", severity: "error", message, path: `${section}.${name}.Condition`, ...logicalId },
      ];
    }),
  );
}

function dependencyCycles({ resources }: ResolvedTemplate): Problem[] {
  const graph = new Map(
    resources.map(({ logicalId, dependsOn, refersTo }) => [logicalId, [...dependsOn, ...refersTo]]),
  );
  return findCycles(graph).map((members) => {
    const [logicalId = ""] = members;
    const message = `Resources depend on each other in a circle: ${members.join(", ")}. Break it by removing one reference or DependsOn.`;
    return { code: "circular-dependency", severity: "error", message, logicalId, path: `Resources.${logicalId}` };
  });
}

function entriesOf(section: Json | undefined): [string, Json][] {
  return isJsonObject(section) ? Object.entries(section) : [];
}

function keysOf(section: Json | undefined): string[] {
  return isJsonObject(section) ? Object.keys(section) : [];
}
