import type { Json } from "../json";
import type { Identity, ResourceView } from "./resource-rule";

/**
 * Name, ARN and attributes by the resource specification, for types whose rule says nothing better. Attributes that the
 * specification's identifier or ARN do not answer are invented.
 */
export function identifyBySpec(resource: ResourceView): Identity {
  const { spec, name, target } = resource;
  const arn = spec?.arnTemplate ? fillArn(spec.arnTemplate, resource) : null;
  const isArnIdentifier = spec?.refIdentifier.length === 1 && /(Arn|ARN)$/.test(spec.refIdentifier[0] ?? "");
  const ownId = identifierIsDrawn(resource) ? resource.invent("id", { alphabet: "lower", length: 10 }) : name;
  const physicalId = isArnIdentifier && arn !== null ? arn : ownId;
  const attributes = Object.fromEntries((spec?.attributes ?? []).map((attribute) => [attribute, answer(attribute)]));
  return { physicalId, arn, attributes };

  function answer(attribute: string): Json {
    if (/^(\w*Arn|ARN)$/.test(attribute) && arn !== null) return arn;
    const given = resource.text(attribute);
    if (given !== undefined) return given;
    if (spec?.primaryIdentifier.includes(attribute)) return ownId;
    if (/Name$/.test(attribute)) return name;
    return resource.invent(`${target.stackName} ${attribute}`, { alphabet: "lower", length: 12 });
  }
}

/** Whether the identifier is nothing that a template can give, so that AWS draws it. */
function identifierIsDrawn({ spec }: ResourceView): boolean {
  return spec !== null && !spec.primaryIdentifier.some((property) => property in spec.properties);
}

function fillArn(template: string, resource: ResourceView): string {
  const { target, spec } = resource;
  const places: Record<string, string> = {
    Partition: target.partition,
    Region: target.region,
    Account: target.account,
  };
  const lastPlaceholder = [...template.matchAll(/\$\{(\w+)\}/g)].at(-1)?.[1];
  return template.replace(/\$\{(\w+)\}/g, (_whole, key: string) => {
    const given = places[key] ?? resource.text(key);
    if (given !== undefined) return given;
    const drawn = spec !== null && identifierIsDrawn(resource);
    return key === lastPlaceholder && !drawn ? resource.name : resource.invent("id", { alphabet: "lower", length: 10 });
  });
}
