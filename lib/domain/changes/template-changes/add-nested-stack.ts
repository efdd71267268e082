import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addNestedStack: TemplateChange = {
  id: "add-nested-stack",
  title: "Move a part into a nested application",
  group: "structure",
  kinds: ["add/nested-stack", "nested-stack/template-location-version", "nested-stack/parameters"],
  apply(document) {
    const application = {
      Type: "AWS::Serverless::Application",
      Properties: { Location: "./monitoring/template.yaml" },
    };
    return asUpdate(addResource(document, freeLogicalId(document, "Monitoring"), application));
  },
};
