import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const roleArn = "arn:aws:iam::123456789012:role/transfer";
const server = (properties = {}) => ({ Server: { Type: "AWS::Transfer::Server", Properties: properties } });

describe("AWS::Transfer::Server", () => {
  it("is made and watched until it is online", () => {
    expect(probeActions(server(), "create")).toEqual(["transfer:CreateServer", "transfer:DescribeServer"]);
  });

  it("passes the roles of its log and its workflows", () => {
    const workflow = { WorkflowDetails: { OnUpload: [{ ExecutionRole: roleArn, WorkflowId: "w-1" }] } };
    const passed = probeChecks(server(workflow), "create").find(({ action }) => action === "iam:PassRole");
    expect(passed).toMatchObject({
      resources: [roleArn],
      context: { "iam:PassedToService": ["transfer.amazonaws.com"] },
      cause: "Properties.WorkflowDetails.OnUpload.0.ExecutionRole",
    });
  });

  it("sets up deliveries of structured logs, and an endpoint inside a network", () => {
    expect(probeActions(server({ StructuredLogDestinations: ["arn:logs"] }), "create")).toContain(
      "logs:CreateLogDelivery",
    );
    const inside = probeChecks(server({ EndpointDetails: { VpcId: "vpc-1" } }), "create");
    expect(inside.find(({ action }) => action === "ec2:CreateVpcEndpoint")?.resources).toContain(
      "arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-1",
    );
  });
});

describe("AWS::Transfer::User", () => {
  const user = (properties = {}) => ({
    User: {
      Type: "AWS::Transfer::User",
      Properties: { ServerId: "s-1", UserName: "ann", Role: roleArn, ...properties },
    },
  });

  it("imports keys that it is given", () => {
    expect(probeActions(user({ SshPublicKeys: ["ssh-rsa A"] }), "create")).toContain("transfer:ImportSshPublicKey");
    expect(probeActions(user(), "create")).toEqual(["transfer:CreateUser", "iam:PassRole", "transfer:DescribeUser"]);
  });

  it("exchanges keys, and passes a role only where that changes", () => {
    const actions = probeActions(user({ SshPublicKeys: ["b"] }), "update", { before: user({ SshPublicKeys: ["a"] }) });
    expect(actions).toEqual(["transfer:ImportSshPublicKey", "transfer:DescribeUser", "transfer:DeleteSshPublicKey"]);
    expect(probeActions(user({ HomeDirectory: "/b" }), "update", { before: user() })).toEqual(["transfer:UpdateUser"]);
  });
});

describe("AWS::Transfer::Connector and AWS::Transfer::Workflow", () => {
  it("authorises a connector on the profiles that it joins", () => {
    const connector = (properties: Record<string, Record<string, string>>) => ({
      Connector: { Type: "AWS::Transfer::Connector", Properties: { AccessRole: roleArn, ...properties } },
    });
    const [as2] = probeChecks(connector({ As2Config: { LocalProfileId: "p-1", PartnerProfileId: "p-2" } }), "create");
    expect(as2?.resources).toEqual([
      "arn:aws:transfer:eu-central-1:123456789012:profile/p-1",
      "arn:aws:transfer:eu-central-1:123456789012:profile/p-2",
    ]);
    expect(probeChecks(connector({ SftpConfig: {} }), "create")[0]?.resources).toEqual(["*"]);
  });

  it("replaces a workflow, which knows no change", () => {
    const workflow = (Description: string) => ({
      Flow: { Type: "AWS::Transfer::Workflow", Properties: { Steps: [], Description } },
    });
    expect(probeActions(workflow("b"), "replace", { before: workflow("a") })).toEqual([
      "transfer:CreateWorkflow",
      "transfer:DeleteWorkflow",
    ]);
  });
});
