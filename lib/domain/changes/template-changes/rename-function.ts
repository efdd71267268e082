import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const renameFunction: TemplateChange = {
  id: "rename-function",
  title: "Give a function a name of its own (replacement)",
  group: "structure",
  kinds: ["any/physical-name"],
  apply: (document) =>
    changeFunction(document, ["FunctionName"], (name, { logicalId }) =>
      name === undefined ? `company-${logicalId.toLowerCase()}` : "company-renamed",
    ),
};
