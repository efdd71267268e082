import { findResource, sectionOf, setPath } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const droppable = ["AWS::CloudWatch::Alarm", "AWS::Logs::LogGroup"];

export const addCondition: TemplateChange = {
  id: "add-condition",
  title: "Make an alarm or log group only in production",
  group: "structure",
  kinds: ["attr/condition", "template/conditions"],
  apply(document) {
    const found = findResource(document, droppable, ({ logicalId, resource }) => {
      const { [logicalId]: _self, ...others } = sectionOf(document, "Resources");
      return (
        resource.Condition === undefined && !JSON.stringify({ ...document, Resources: others }).includes(logicalId)
      );
    });
    if (!found || Object.hasOwn(sectionOf(document, "Conditions"), "OnlyInProduction")) return null;
    const production = { "Fn::Equals": [{ Ref: "AWS::StackName" }, "production"] };
    const declared = setPath(document, ["Conditions", "OnlyInProduction"], production);
    return asUpdate(setPath(declared, ["Resources", found.logicalId, "Condition"], "OnlyInProduction"));
  },
};
