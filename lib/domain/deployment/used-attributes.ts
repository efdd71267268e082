import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from "../json";
import { readGetAtt } from "../template/resolution/references";
import type { ResolvedTemplate } from "../template/resolved-template";

/** An attribute that a template takes with `Fn::GetAtt` or `${Id.Attribute}`. */
export interface TakenAttribute {
  readonly logicalId: string;
  readonly attribute: string;
}

/** Those that a value takes, in order. */
export type AttributesTakenBy = (value: Json) => readonly TakenAttribute[];

/** Values that are the very same object take the same: they are searched once. */
export function startFindingAttributes(): AttributesTakenBy {
  const known = new WeakMap<JsonObject | JsonArray, readonly TakenAttribute[]>();
  return (value) => {
    if (typeof value !== "object" || value === null) return [];
    const taken = known.get(value) ?? attributesIn(value);
    known.set(value, taken);
    return taken;
  };
}

function attributesIn(value: Json): readonly TakenAttribute[] {
  const taken: TakenAttribute[] = [];
  visit(value, (logicalId, attribute) => taken.push({ logicalId, attribute }));
  return taken;
}

/** Which attributes of which resource the template takes. */
export function collectUsedAttributes(
  { resources, outputs }: ResolvedTemplate,
  takenBy: AttributesTakenBy,
): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, Set<string>>();
  const taken = [
    ...resources.flatMap(({ properties }) => takenBy(properties)),
    ...outputs.flatMap(({ value }) => takenBy(value)),
  ];
  for (const { logicalId, attribute } of taken) {
    const attributes = used.get(logicalId) ?? new Set<string>();
    used.set(logicalId, attributes.add(attribute));
  }
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
