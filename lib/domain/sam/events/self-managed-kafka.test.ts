import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const secret = { Type: "SASL_SCRAM_256_AUTH", URI: "arn:secret" };
const subnet = { Type: "VPC_SUBNET", URI: "subnet:subnet-1" };
const group = { Type: "VPC_SECURITY_GROUP", URI: "security_group:sg-1" };
const expand = (properties: JsonObject) =>
  expandResources({
    Orders: functionWith({
      Kafka: {
        Type: "SelfManagedKafka",
        Properties: {
          KafkaBootstrapServers: ["a:9092"],
          Topics: ["t"],
          SourceAccessConfigurations: [secret],
          ...properties,
        },
      },
    }),
  });

describe("SelfManagedKafka", () => {
  it("polls the servers, with the role to read the secret and to reach the network", () => {
    const { resources } = expand({ SourceAccessConfigurations: [secret, subnet, group] });
    expect(resources.OrdersKafka?.Properties).toMatchObject({
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ["a:9092"] } },
    });
    const policies = JSON.stringify(resources.OrdersRole?.Properties);
    expect(policies).toContain("arn:secret");
    expect(policies).toContain("ec2:CreateNetworkInterface");
  });

  it.each([
    [{ KafkaBootstrapServers: [] }, /need 'KafkaBootstrapServers'/],
    [{ Topics: ["a", "b"] }, /exactly one topic/],
    [{ SourceAccessConfigurations: [secret, subnet] }, /go together/],
    [{ SourceAccessConfigurations: [secret, secret] }, /one way of authentication/],
    [{ SourceAccessConfigurations: [{ Type: "OTHER", URI: "x" }] }, /do not know/],
    [{ SourceAccessConfigurations: [{ Type: "BASIC_AUTH", URI: 5 }] }, /must be a string/],
  ])("refuses %j", (properties, message) => {
    const { problems } = expand(properties);
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
