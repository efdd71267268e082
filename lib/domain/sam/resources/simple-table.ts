import { expectGiven, inResource } from "../expect";
import { invalidResource } from "../fault";
import { integer, map, mapOf, oneOf, optional, passThrough, text } from "../property";
import { makeResource } from "../resource";
import type { ResourceTypeRule, SamResource } from "../resource-type";
import { tagList } from "../tags";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html */
export const simpleTable: ResourceTypeRule = {
  type: "AWS::Serverless::SimpleTable",
  properties: {
    PointInTimeRecoverySpecification: passThrough,
    PrimaryKey: optional(mapOf(text)),
    ProvisionedThroughput: optional(mapOf(oneOf(integer, map))),
    TableName: optional(oneOf(text, map)),
    Tags: optional(map),
    SSESpecification: optional(map),
  },
  expand(resource) {
    const { logicalId, attributes, dependsOn, properties } = resource;
    const key = primaryKey(resource);
    const given = (value: Value | undefined) => (isGiven(value) ? value : undefined);
    const table = makeResource(
      "AWS::DynamoDB::Table",
      logicalId,
      { ...attributes },
      {
        AttributeDefinitions: [key],
        KeySchema: [{ AttributeName: key.AttributeName ?? null, KeyType: "HASH" }],
        PointInTimeRecoverySpecification: given(properties.PointInTimeRecoverySpecification),
        ProvisionedThroughput: given(properties.ProvisionedThroughput),
        BillingMode: isGiven(properties.ProvisionedThroughput) ? undefined : "PAY_PER_REQUEST",
        SSESpecification: given(properties.SSESpecification),
        TableName: given(properties.TableName),
        Tags: isGiven(properties.Tags) ? tagList(properties.Tags) : undefined,
      },
    );
    if (dependsOn !== undefined) table.dependsOn = dependsOn;
    return { resources: [table] };
  },
};

const attributeTypes: ReadonlyMap<Value, string> = new Map([
  ["String", "S"],
  ["Number", "N"],
  ["Binary", "B"],
]);

function primaryKey({ logicalId, properties: { PrimaryKey: given } }: SamResource): ValueMap {
  if (!isGiven(given) || !isMap(given)) return { AttributeName: "id", AttributeType: "S" };
  const name = expectGiven(given.Name, inResource(logicalId, "PrimaryKey.Name"));
  const type = expectGiven(given.Type, inResource(logicalId, "PrimaryKey.Type"));
  const attributeType = attributeTypes.get(type);
  if (attributeType === undefined) {
    const message = `'PrimaryKey.Type' must be String, Number or Binary, not ${JSON.stringify(type)}.`;
    throw invalidResource(logicalId, message, "Properties.PrimaryKey.Type");
  }
  return { AttributeName: name, AttributeType: attributeType };
}
