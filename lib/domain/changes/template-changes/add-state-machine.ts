import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addStateMachine: TemplateChange = {
  id: "add-state-machine",
  title: "Add a state machine that calls a function",
  group: "structure",
  kinds: ["add/state-machine:trigger=none", "add/state-machine:trigger=Api"],
  apply(document) {
    const called = findResource(document, functionType);
    if (!called) return null;
    const step = { Type: "Task", Resource: { "Fn::GetAtt": [called.logicalId, "Arn"] }, End: true };
    const properties = {
      Definition: { StartAt: "Step", States: { Step: step } },
      Policies: [{ LambdaInvokePolicy: { FunctionName: { Ref: called.logicalId } } }],
    };
    const logicalId = freeLogicalId(document, "Approval");
    return asUpdate(
      addBeside(document, called, logicalId, { Type: "AWS::Serverless::StateMachine", Properties: properties }),
    );
  },
};
