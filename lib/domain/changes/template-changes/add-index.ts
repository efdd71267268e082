import { isJsonArray } from "../../json";
import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addIndex: TemplateChange = {
  id: "add-index",
  title: "Add an index to a table",
  group: "data",
  kinds: ["table/index", "table/attributes-or-key"],
  apply(document) {
    const found = findResource(document, "AWS::DynamoDB::Table", ({ properties }) =>
      isJsonArray(properties.AttributeDefinitions),
    );
    if (!found) return null;
    const {
      AttributeDefinitions: attributes,
      GlobalSecondaryIndexes: indexes,
      ProvisionedThroughput: throughput,
    } = found.properties;
    const index = {
      IndexName: "by-owner",
      KeySchema: [{ AttributeName: "owner", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
      ...(throughput === undefined ? {} : { ProvisionedThroughput: throughput }),
    };
    const attribute = { AttributeName: "owner", AttributeType: "S" };
    const withAttribute = setProperty(
      document,
      found.logicalId,
      ["AttributeDefinitions"],
      [...(isJsonArray(attributes) ? attributes : []), attribute],
    );
    const all = [...(isJsonArray(indexes) ? indexes : []), index];
    return asUpdate(setProperty(withAttribute, found.logicalId, ["GlobalSecondaryIndexes"], all));
  },
};
