import { findResource, freeLogicalId, sectionOf, setPath } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addOutput: TemplateChange = {
  id: "add-output",
  title: "Export a function's ARN as an output",
  group: "structure",
  kinds: ["template/export-added", "template/outputs"],
  apply(document) {
    const shown = findResource(document, functionType);
    if (!shown) return null;
    const name = freeLogicalId({ Resources: sectionOf(document, "Outputs") }, `${shown.logicalId}Arn`);
    const output = {
      Value: { "Fn::GetAtt": [shown.logicalId, "Arn"] },
      Export: { Name: { "Fn::Sub": `$${"{AWS::StackName}"}-${name}` } },
    };
    return asUpdate(setPath(document, ["Outputs", name], output));
  },
};
