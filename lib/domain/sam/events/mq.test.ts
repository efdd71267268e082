import { describe, expect, it } from "vitest";
import type { Json } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (SourceAccessConfigurations: Json, more: Record<string, Json> = {}) =>
  expandResources({
    Orders: functionWith({
      Broker: { Type: "MQ", Properties: { Broker: "arn:broker", Queues: ["q"], SourceAccessConfigurations, ...more } },
    }),
  });

describe("MQ", () => {
  it("may read the broker's secret", () => {
    const { resources } = expand([{ Type: "BASIC_AUTH", URI: "arn:secret" }], { DynamicPolicyName: true });
    expect(resources.OrdersRole?.Properties).toMatchObject({
      Policies: [
        {
          PolicyName: "OrdersBrokerAMQPolicy",
          PolicyDocument: {
            Statement: [
              { Action: ["secretsmanager:GetSecretValue"], Effect: "Allow", Resource: "arn:secret" },
              { Action: ["mq:DescribeBroker"], Effect: "Allow", Resource: "arn:broker" },
            ],
          },
        },
      ],
    });
  });

  it.each([
    [[], /need 'SourceAccessConfigurations'/],
    [[{ Type: "VIRTUAL_HOST", URI: "/" }], /needs an entry of type BASIC_AUTH/],
    [[{ Type: "BASIC_AUTH" }], /needs a 'URI'/],
    [[{ Type: "SASL" }], /knows the types/],
    [
      [
        { Type: "BASIC_AUTH", URI: "a" },
        { Type: "BASIC_AUTH", URI: "b" },
      ],
      /one BASIC_AUTH only/,
    ],
  ])("refuses access configurations %j", (configurations, message) => {
    const { problems } = expand(configurations);
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
