import { isJsonArray, isJsonObject, type Json } from "../json";
import { readGetAtt } from "../template/resolution/references";
import type { ResolvedTemplate } from "../template/resolved-template";

/** An attribute that a template takes with `Fn::GetAtt` or `${Id.Attribute}`. */
export interface TakenAttribute {
  readonly logicalId: string;
  readonly attribute: string;
}

/** Those that properties take, in order. */
export function attributesTakenBy(properties: Json): readonly TakenAttribute[] {
  const taken: TakenAttribute[] = [];
  visit(properties, (logicalId, attribute) => taken.push({ logicalId, attribute }));
  return taken;
}

/** Which attributes of which resource the template takes. */
export function collectUsedAttributes({
  resources,
  outputs,
}: ResolvedTemplate): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, Set<string>>();
  const add = (logicalId: string, attribute: string) => {
    const attributes = used.get(logicalId) ?? new Set<string>();
    used.set(logicalId, attributes.add(attribute));
  };
  for (const resource of resources) visit(resource.properties, add);
  for (const output of outputs) visit(output.value, add);
  return new Map([...used].map(([logicalId, attributes]) => [logicalId, [...attributes]]));
}

function visit(value: Json, add: (logicalId: string, attribute: string) => void): void {
  if (isJsonArray(value)) for (const item of value) visit(item, add);
  if (!isJsonObject(value)) return;
  const { "Fn::GetAtt": getAtt, "Fn::Sub": substitution } = value;
  const taken = getAtt === undefined ? null : readGetAtt(getAtt);
  if (taken) add(taken.logicalId, taken.attribute);
  const text = isJsonArray(substitution) ? substitution[0] : substitution;
  if (typeof text === "string") {
    for (const [, logicalId = "", attribute = ""] of text.matchAll(/\$\{([A-Za-z0-9]+)\.([A-Za-z0-9_.]+)\}/g)) {
      add(logicalId, attribute);
    }
  }
  for (const inner of Object.values(value)) visit(inner, add);
}
