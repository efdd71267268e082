import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const gateway = (properties = {}) => ({
  Tools: { Type: "AWS::BedrockAgentCore::Gateway", Properties: { Name: "tools", ...properties } },
});
const target = (mcp = {}) => ({
  Target: {
    Type: "AWS::BedrockAgentCore::GatewayTarget",
    Properties: { GatewayIdentifier: "tools-1", Name: "target", TargetConfiguration: { Mcp: mcp } },
  },
});

describe("AWS::BedrockAgentCore::Gateway", () => {
  it("passes its role and gets an identity of its own", () => {
    const roleArn = "arn:aws:iam::123456789012:role/tools";
    expect(probeActions(gateway({ RoleArn: roleArn }), "create")).toEqual([
      "bedrock-agentcore:CreateGateway",
      "iam:PassRole",
      "bedrock-agentcore:CreateWorkloadIdentity",
      "bedrock-agentcore:GetGateway",
      "bedrock-agentcore:ListTagsForResource",
    ]);
    expect(probeChecks(gateway(), "create")[0]?.resources).toEqual([
      "arn:aws:bedrock-agentcore:eu-central-1:123456789012:gateway/*",
    ]);
  });

  it("needs a grant on its key", () => {
    const encrypted = gateway({ KmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1" });
    expect(probeActions(encrypted, "create")).toContain("kms:CreateGrant");
    expect(probeActions(gateway(), "create")).not.toContain("kms:CreateGrant");
  });
});

describe("AWS::BedrockAgentCore::GatewayTarget", () => {
  it("is authorised on its gateway", () => {
    expect(probeChecks(target(), "create")[0]?.resources).toEqual([
      "arn:aws:bedrock-agentcore:eu-central-1:123456789012:gateway/tools-1",
    ]);
  });

  it("reads a REST API or a schema that it points to", () => {
    const api = target({ ApiGateway: { RestApiId: "abc", Stage: "live" } });
    expect(probeChecks(api, "create").find(({ action }) => action === "apigateway:GET")?.resources).toEqual([
      "arn:aws:apigateway:eu-central-1::/restapis/abc/stages/live/exports/oas30",
    ]);
    const schema = target({ OpenApiSchema: { S3: { Uri: "s3://schemas/api.json" } } });
    expect(probeChecks(schema, "create").find(({ action }) => action === "s3:GetObject")?.resources).toEqual([
      "arn:aws:s3:::schemas/api.json",
    ]);
    expect(probeActions(target(), "create")).not.toContain("apigateway:GET");
  });
});
