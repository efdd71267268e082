import { invalidDocument, invalidResource, invalidTemplate, type SamFault } from "./fault";
import { samEntries } from "./sam-template";
import { isMap, type ValueMap } from "./value";

/** What must hold for the template as a whole before anything is expanded. */
export function checkDocument(document: ValueMap): void {
  const resources = document.Resources;
  if (!isMap(resources) || Object.keys(resources).length === 0) {
    throw refuse(invalidTemplate("The template needs a 'Resources' section with at least one resource."));
  }
  if (!Object.values(resources).every(isMap)) {
    throw refuse(invalidTemplate("Every entry of 'Resources' must be a map. Check the indentation."));
  }
  for (const { logicalId, resource } of samEntries(document)) {
    if (resource.Properties !== undefined && !isMap(resource.Properties)) {
      throw refuse(invalidResource(logicalId, "'Properties' must be a map.", "Properties"));
    }
  }
  if (document.Mappings !== undefined && !isMap(document.Mappings)) {
    throw refuse(invalidTemplate("The 'Mappings' section must be a map."));
  }
}

function refuse(fault: SamFault): SamFault {
  return invalidDocument([fault]);
}
