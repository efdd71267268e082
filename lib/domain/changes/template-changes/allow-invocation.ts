import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const allowInvocation: TemplateChange = {
  id: "allow-invocation",
  title: "Let another service invoke a function",
  group: "security",
  kinds: ["add/lambda-permission", "lambda-permission/source-or-target", "remove/lambda-permission"],
  apply(document) {
    const invoked = findResource(document, functionType);
    if (!invoked) return null;
    const properties = {
      Action: "lambda:InvokeFunction",
      FunctionName: { Ref: invoked.logicalId },
      Principal: "iot.amazonaws.com",
      SourceAccount: { Ref: "AWS::AccountId" },
    };
    const logicalId = freeLogicalId(document, `${invoked.logicalId}FromDevices`);
    return asUpdate(
      addBeside(document, invoked, logicalId, { Type: "AWS::Lambda::Permission", Properties: properties }),
    );
  },
};
