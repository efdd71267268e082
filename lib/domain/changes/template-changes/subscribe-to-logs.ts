import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const subscribeToLogs: TemplateChange = {
  id: "subscribe-to-logs",
  title: "Forward a log group to a delivery stream of the company",
  group: "observability",
  kinds: ["add/log-subscription", "log-subscription/settings"],
  apply(document) {
    const group = findResource(document, "AWS::Logs::LogGroup");
    if (!group) return null;
    const at = "$" + "{AWS::Partition}:firehose:$" + "{AWS::Region}:$" + "{AWS::AccountId}";
    const properties = {
      LogGroupName: { Ref: group.logicalId },
      FilterPattern: "",
      DestinationArn: { "Fn::Sub": `arn:${at}:deliverystream/company-logs` },
      RoleArn: { "Fn::Sub": "arn:$" + "{AWS::Partition}:iam::$" + "{AWS::AccountId}:role/company-log-forwarding" },
    };
    const logicalId = freeLogicalId(document, `${group.logicalId}Forwarding`);
    return asUpdate(
      addBeside(document, group, logicalId, { Type: "AWS::Logs::SubscriptionFilter", Properties: properties }),
    );
  },
};
