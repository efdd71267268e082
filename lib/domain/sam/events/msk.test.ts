import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("polls the cluster in a consumer group, and may read the client certificate", () => {
  const { resources } = expandResources({
    Orders: functionWith({
      Cluster: {
        Type: "MSK",
        Properties: {
          Stream: "arn:cluster",
          StartingPosition: "LATEST",
          ConsumerGroupId: "group",
          SourceAccessConfigurations: [{ Type: "CLIENT_CERTIFICATE_TLS_AUTH", URI: "arn:secret" }],
        },
      },
    }),
  });
  expect(resources.OrdersCluster?.Properties).toMatchObject({
    AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: "group" },
  });
  expect(resources.OrdersRole?.Properties).toMatchObject({
    Policies: [{ PolicyName: "MSKExecutionRolePolicy", PolicyDocument: { Statement: [{ Resource: "arn:secret" }] } }],
  });
});
