import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const access = [{ Type: "BASIC_AUTH", URI: "arn:secret" }];
const event = (properties: Record<string, string>) => ({
  Type: "DocumentDB",
  Properties: { Cluster: "arn:cluster", DatabaseName: "shop", SourceAccessConfigurations: access, ...properties },
});

it("polls the change stream, with the role to read secret and cluster", () => {
  const { resources } = expandResources({ Orders: functionWith({ Changes: event({ CollectionName: "orders" }) }) });
  expect(resources.OrdersChanges?.Properties).toEqual({
    FunctionName: { Ref: "Orders" },
    EventSourceArn: "arn:cluster",
    SourceAccessConfigurations: access,
    DocumentDBEventSourceConfig: { DatabaseName: "shop", CollectionName: "orders" },
  });
  const actions = JSON.stringify(resources.OrdersRole?.Properties);
  expect(actions).toContain("rds:DescribeDBClusters");
  expect(actions).not.toContain("kms:Decrypt");
});

it("may decrypt the secret with the key that is named", () => {
  const { resources } = expandResources({
    Orders: functionWith({ Changes: event({ SecretsManagerKmsKeyId: "key-1" }) }),
  });
  expect(JSON.stringify(resources.OrdersRole?.Properties)).toContain(":key/key-1");
});
