import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { plainRule } from "./plain-rule";

const logs = awsService({
  prefix: "logs",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_${operation}.html`,
});

/** Where logs come from, where they go, and the delivery between the two. */
export const vendedLogsRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-deliverysource.html */
  plainRule({
    type: "AWS::Logs::DeliverySource",
    service: logs,
    name: { property: "Name", maxLength: 60 },
    create: "PutDeliverySource",
    update: "PutDeliverySource",
    delete: "DeleteDeliverySource",
    readForAttributes: "GetDeliverySource",
    // The reference knows no other resource for it than a destination.
    on: { DeleteDeliverySource: (r) => r.arn("logs", `delivery-destination:${r.name}`) },
  }),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-deliverydestination.html */
  plainRule({
    type: "AWS::Logs::DeliveryDestination",
    service: logs,
    name: { property: "Name", maxLength: 60 },
    create: "PutDeliveryDestination",
    update: "PutDeliveryDestination",
    delete: "DeleteDeliveryDestination",
    readForAttributes: "GetDeliveryDestination",
  }),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-delivery.html */
  plainRule({
    type: "AWS::Logs::Delivery",
    service: logs,
    identify: (r) => {
      const id = r.invent("id", { alphabet: "mixed", length: 16 });
      return {
        physicalId: id,
        arn: r.arn("logs", `delivery:${id}`),
        attributes: { DeliveryId: id, Arn: r.arn("logs", `delivery:${id}`) },
      };
    },
    create: "CreateDelivery",
    update: "UpdateDeliveryConfiguration",
    delete: "DeleteDelivery",
    reads: ["GetDelivery"],
    on: { CreateDelivery: endsOf },
  }),
];

/** A delivery is authorised on itself, its source and its destination. */
function endsOf(r: ResourceView): readonly string[] {
  const source = r.text("DeliverySourceName") ?? r.invent("source", { alphabet: "lower", length: 12 });
  const destination = r.text("DeliveryDestinationArn");
  return [r.arnOfSelf, r.arn("logs", `delivery-source:${source}`), ...(destination === undefined ? [] : [destination])];
}
