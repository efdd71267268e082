import { isJsonObject, type Json, type JsonObject } from "../json";
import type { SettledResources } from "./settled-resources";
import { copyMap, copyValue, isMap, setEntry, type Value, type ValueMap } from "./value";

/** The template as the steps of the transform edit it, in place. */
export interface WorkingCopy {
  readonly document: ValueMap;
  /**
   * The resource itself, or where it is still the template's own object, a copy of it in its place: whoever edits a
   * resource other than the one that is expanded takes it from here.
   */
  edit(logicalId: string, resource: ValueMap): ValueMap;
}

/**
 * Copies what steps write to: resources that are to be expanded or have connectors, and the sections below. Resources
 * whose expansion stands come as the steps on the whole template left them. All else stays the
 * template's own object; later stages know by that what is unchanged.
 */
export function openWorkingCopy(
  template: JsonObject,
  isExpanded: (resource: JsonObject) => boolean,
  settled: SettledResources,
): WorkingCopy {
  const shared = new Set<Value>();
  const resources: ValueMap = {};
  const document: ValueMap = {};
  for (const [logicalId, resource] of entriesOf(template.Resources)) {
    const known = settled.get(logicalId)?.source;
    const isCopied = !isJsonObject(resource) || isExpanded(resource) || Object.hasOwn(resource, "Connectors");
    const opened = known || !isCopied ? share(known ?? resource, shared) : copyValue(resource);
    setEntry(resources, logicalId, opened);
  }
  for (const [name, section] of Object.entries(template)) {
    const isCopied = !isJsonObject(section) || copiedSections.has(name);
    setEntry(document, name, isCopied ? copyValue(section) : name === "Resources" ? resources : share(section, shared));
  }
  return {
    document,
    edit(logicalId, resource) {
      if (!shared.has(resource)) return resource;
      const copy = copyMap(resource);
      setEntry(resources, logicalId, copy);
      return copy;
    },
  };
}

const copiedSections: ReadonlySet<string> = new Set(["Conditions", "Globals"]);

/** The very object; it is not edited from here on. */
function share(value: Json | ValueMap, shared: Set<Value>): Value {
  if (!isMap(value)) return copyValue(value);
  shared.add(value);
  return value;
}

function entriesOf(section: Json | undefined): [string, Json][] {
  return isJsonObject(section) ? Object.entries(section) : [];
}
