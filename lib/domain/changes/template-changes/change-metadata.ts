import { findResource, setPath } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeMetadata: TemplateChange = {
  id: "change-metadata",
  title: "Build a function with esbuild (metadata)",
  group: "structure",
  kinds: ["attr/metadata"],
  apply(document) {
    const found = findResource(document, functionType, ({ resource }) => resource.Metadata === undefined);
    return found
      ? asUpdate(setPath(document, ["Resources", found.logicalId, "Metadata"], { BuildMethod: "esbuild" }))
      : null;
  },
};
