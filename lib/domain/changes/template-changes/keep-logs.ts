import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const keepLogs: TemplateChange = {
  id: "keep-logs",
  title: "Own a function's log group, with a retention",
  group: "observability",
  kinds: ["add/log-group", "log-group/retention", "function/logging-config"],
  apply(document) {
    const logged = findResource(document, functionType, ({ properties }) => properties.LoggingConfig === undefined);
    if (!logged) return null;
    const name = { "Fn::Sub": `/aws/lambda/$${`{${logged.logicalId}}`}` };
    const group = { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: name, RetentionInDays: 30 } };
    return asUpdate(addBeside(document, logged, freeLogicalId(document, `${logged.logicalId}LogGroup`), group));
  },
};
