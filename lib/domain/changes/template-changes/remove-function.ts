import { isJsonObject, type Json, type JsonObject } from "../../json";
import { listResources, removeResource } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const removeFunction: TemplateChange = {
  id: "remove-function",
  title: "Remove a function that nothing refers to",
  group: "function",
  kinds: ["remove/function"],
  apply(document) {
    const functions = listResources(document).filter(({ type }) => type === functionType);
    const unused =
      functions.length > 1 ? functions.findLast(({ logicalId }) => !isMentioned(document, logicalId)) : undefined;
    return unused ? asUpdate(removeResource(document, unused.logicalId)) : null;
  },
};

/** Its generated resources (`<id>Role`, `<id>Version…`) count as the function itself. */
function isMentioned(document: JsonObject, logicalId: string): boolean {
  const rest: Json = removeResource(document, logicalId);
  return isJsonObject(rest) && JSON.stringify(rest).includes(logicalId);
}
