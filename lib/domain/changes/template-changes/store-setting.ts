import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const storeSetting: TemplateChange = {
  id: "store-setting",
  title: "Publish a function's ARN in SSM Parameter Store",
  group: "structure",
  kinds: ["add/ssm-parameter", "ssm-parameter/value", "ssm-parameter/settings"],
  apply(document) {
    const published = findResource(document, functionType);
    if (!published) return null;
    const name = { "Fn::Sub": `/$${"{AWS::StackName}"}/${published.logicalId}/arn` };
    const properties = { Name: name, Type: "String", Value: { "Fn::GetAtt": [published.logicalId, "Arn"] } };
    const logicalId = freeLogicalId(document, `${published.logicalId}Setting`);
    return asUpdate(addBeside(document, published, logicalId, { Type: "AWS::SSM::Parameter", Properties: properties }));
  },
};
