import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const broker = (properties = {}) => ({
  Broker: { Type: "AWS::AmazonMQ::Broker", Properties: { BrokerName: "shop", EngineType: "RABBITMQ", ...properties } },
});

describe("AWS::AmazonMQ::Broker", () => {
  it("is made and watched until it runs", () => {
    expect(probeActions(broker(), "create")).toEqual(["mq:CreateBroker", "mq:DescribeBroker"]);
  });

  it("gets network interfaces with the creator's permissions where it runs ActiveMQ", () => {
    const checks = probeChecks(broker({ EngineType: "ACTIVEMQ", SubnetIds: ["subnet-1"] }), "create");
    const made = checks.find(({ action }) => action === "ec2:CreateNetworkInterface");
    expect(made?.resources).toContain("arn:aws:ec2:eu-central-1:123456789012:subnet/subnet-1");
    expect(probeActions(broker({ EngineType: "ACTIVEMQ" }), "delete")).toContain("ec2:DeleteNetworkInterface");
    expect(probeActions(broker(), "delete")).toEqual(["mq:DeleteBroker", "mq:DescribeBroker"]);
    const permitted = checks.find(({ action }) => action === "ec2:CreateNetworkInterfacePermission");
    expect(permitted?.context["ec2:AuthorizedService"]).toEqual(["mq.amazonaws.com"]);
  });

  it("is tagged on creation", () => {
    expect(probeActions(broker({ Tags: [{ Key: "team", Value: "shop" }] }), "create")).toContain("mq:CreateTags");
  });

  it("needs a grant on the key of the customer's own", () => {
    const options = { EncryptionOptions: { UseAwsOwnedKey: false, KmsKeyId: "11111111-2222-4333-a444-555555555555" } };
    expect(probeActions(broker(options), "create")).toContain("kms:CreateGrant");
    expect(probeActions(broker({ EncryptionOptions: { UseAwsOwnedKey: true } }), "create")).not.toContain(
      "kms:CreateGrant",
    );
  });

  it("changes ActiveMQ's users one by one and reboots", () => {
    const users = (EngineType: string, ...names: string[]) =>
      broker({ EngineType, Users: names.map((Username) => ({ Username, Password: "x" })) });
    expect(probeActions(users("ACTIVEMQ", "b"), "update", { before: users("ACTIVEMQ", "a") })).toEqual([
      "mq:CreateUser",
      "mq:DeleteUser",
      "mq:RebootBroker",
      "mq:DescribeBroker",
    ]);
    expect(probeActions(users("RABBITMQ", "b"), "update", { before: users("RABBITMQ", "a") })).toEqual([]);
  });
});
