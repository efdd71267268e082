import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const of = (type: string, properties: JsonObject = {}) => ({ Tried: { Type: type, Properties: properties } });

describe("deliveries of logs", () => {
  it("are authorised on source and destination, and configured anew in place", () => {
    const destination = "arn:aws:logs:eu-central-1:123456789012:delivery-destination:d";
    const delivery = (FieldDelimiter: string) =>
      of("AWS::Logs::Delivery", { DeliverySourceName: "s", DeliveryDestinationArn: destination, FieldDelimiter });
    expect(probeChecks(delivery(","), "create")[0]?.resources.slice(1)).toEqual([
      "arn:aws:logs:eu-central-1:123456789012:delivery-source:s",
      destination,
    ]);
    expect(probeActions(delivery(";"), "update", { before: delivery(",") })).toContain(
      "logs:UpdateDeliveryConfiguration",
    );
  });
});

describe("AWS::AutoScaling::AutoScalingGroup", () => {
  const group = (properties: JsonObject = {}) => of("AWS::AutoScaling::AutoScalingGroup", properties);

  it("follows its activities, and is tagged only if told", () => {
    expect(probeActions(group(), "delete")).toContain("autoscaling:DescribeScalingActivities");
    expect(probeActions(group(), "create")).not.toContain("autoscaling:CreateOrUpdateTags");
    const tags = [{ Key: "a", Value: "b", PropagateAtLaunch: true }];
    expect(probeActions(group({ Tags: tags }), "create")).toContain("autoscaling:CreateOrUpdateTags");
  });
});

describe("AWS::Backup::BackupVault", () => {
  it("mounts storage, and uses a key only if given", () => {
    const vault = (properties: JsonObject = {}) =>
      of("AWS::Backup::BackupVault", { BackupVaultName: "v", ...properties });
    expect(probeActions(vault(), "create")).toEqual(["backup:CreateBackupVault", "backup-storage:MountCapsule"]);
    const key = "arn:aws:kms:eu-central-1:123456789012:key/k";
    expect(probeActions(vault({ EncryptionKeyArn: key }), "create")).toContain("kms:CreateGrant");
    expect(probeActions(vault({ AccessPolicy: {} }), "create")).toContain("backup:PutBackupVaultAccessPolicy");
  });
});

describe("Bedrock", () => {
  it("a guardrail's tags are read with it", () => {
    expect(probeActions(of("AWS::Bedrock::Guardrail", { Name: "g" }), "create")).toEqual([
      "bedrock:CreateGuardrail",
      "bedrock:GetGuardrail",
      "bedrock:ListTagsForResource",
    ]);
    expect(probeActions(of("AWS::Bedrock::Guardrail", { Name: "g", KmsKeyArn: "k" }), "create")).toContain(
      "kms:GenerateDataKey",
    );
  });

  it("an agent's runtime brings its endpoint and identity, and reads code from S3 only if it is there", () => {
    const runtime = (properties: JsonObject = {}) =>
      of("AWS::BedrockAgentCore::Runtime", {
        AgentRuntimeName: "a",
        RoleArn: "arn:aws:iam::123456789012:role/r",
        ...properties,
      });
    expect(probeActions(runtime(), "create")).toEqual(
      expect.arrayContaining([
        "bedrock-agentcore:CreateAgentRuntimeEndpoint",
        "bedrock-agentcore:CreateWorkloadIdentity",
        "iam:PassRole",
      ]),
    );
    const endpoint = probeChecks(runtime(), "create").find(({ action }) => action.endsWith("RuntimeEndpoint"));
    expect(endpoint?.resources).toEqual(["arn:aws:bedrock-agentcore:eu-central-1:123456789012:runtime/*"]);
    expect(probeActions(runtime(), "create")).not.toContain("s3:GetObject");
    const code = { AgentRuntimeArtifact: { CodeConfiguration: { Code: { S3: { Bucket: "b", Prefix: "k" } } } } };
    expect(probeActions(runtime(code), "create")).toContain("s3:GetObject");
  });
});

describe("domains, associations and constraints", () => {
  it("an Elasticsearch domain is described until it is there", () => {
    expect(probeActions(of("AWS::Elasticsearch::Domain"), "create")).toEqual([
      "es:CreateElasticsearchDomain",
      "es:DescribeElasticsearchDomain",
    ]);
    expect(probeActions(of("AWS::Elasticsearch::Domain", { Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain(
      "es:AddTags",
    );
  });

  it("a firewall association changes in place", () => {
    const association = (Priority: number) =>
      of("AWS::Route53Resolver::FirewallRuleGroupAssociation", { Priority, VpcId: "v" });
    expect(probeActions(association(2), "update", { before: association(1) })[0]).toBe(
      "route53resolver:UpdateFirewallRuleGroupAssociation",
    );
  });

  it("a launch constraint is checked on its product and passes its role", () => {
    const constraint = of("AWS::ServiceCatalog::LaunchRoleConstraint", {
      ProductId: "prod-1",
      RoleArn: "arn:aws:iam::123456789012:role/r",
    });
    const [create, pass] = probeChecks(constraint, "create");
    expect(create?.resources).toEqual(["arn:aws:catalog:eu-central-1:123456789012:product/prod-1"]);
    expect(pass?.action).toBe("iam:PassRole");
  });
});
