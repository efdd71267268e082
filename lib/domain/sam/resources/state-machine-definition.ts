import { invalidResource } from "../fault";
import { isIntrinsic, join } from "../intrinsics";
import type { SamResource } from "../resource-type";
import { readS3Location } from "../s3-location";
import { indentedJson } from "../sorted-json";
import { type Fields, isGiven, isList, isMap, type Value, type ValueMap } from "../value";

/**
 * The definition in CloudFormation's words. Step Functions takes text only, so intrinsics inside an inline definition
 * become substitutions. `floats`: see `Template.floats`.
 */
export function stateMachineDefinition(
  { logicalId, properties }: SamResource,
  floats: ReadonlyMap<string, string>,
): Fields {
  const { Definition: inline, DefinitionUri: uri, DefinitionSubstitutions: given } = properties;
  if (isGiven(inline) && isGiven(uri)) {
    throw invalidResource(logicalId, "Give 'Definition' or 'DefinitionUri', not both.", "Properties.DefinitionUri");
  }
  if (isGiven(inline)) {
    const found: ValueMap = {};
    const path = `Resources.${logicalId}.Properties.Definition`;
    const lines = indentedJson(replaceIntrinsics(inline, found), 4, floats, path).split("\n");
    const all = { ...(isMap(given) ? given : {}), ...found };
    return { DefinitionSubstitutions: isGiven(all) ? all : undefined, DefinitionString: join("\n", lines) };
  }
  if (!isGiven(uri)) throw invalidResource(logicalId, "'Definition' or 'DefinitionUri' is required.", "Properties");
  const { bucket, key, version } = readS3Location(uri, logicalId, "DefinitionUri");
  const location: ValueMap = { Bucket: bucket, Key: key };
  if (version !== undefined) location.Version = version;
  return { DefinitionSubstitutions: isGiven(given) ? given : undefined, DefinitionS3Location: location };
}

/** A copy in which every intrinsic and dynamic reference is a `${name}`, numbered in the order of sorted keys. */
function replaceIntrinsics(value: Value, found: ValueMap): Value {
  const replaceEntry = (entry: Value): Value => {
    if (!isIntrinsic(entry) && !isDynamicReference(entry)) return replaceIntrinsics(entry, found);
    const name = `definition_substitution_${Object.keys(found).length + 1}`;
    found[name] = entry;
    return `\${${name}}`;
  };
  if (isList(value)) return value.map(replaceEntry);
  if (!isMap(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, replaceEntry(value[key] ?? null)]));
}

function isDynamicReference(value: Value): boolean {
  return typeof value === "string" && /^\{\{resolve:([a-z-]+):(.+)\}\}\n?$/.test(value);
}
