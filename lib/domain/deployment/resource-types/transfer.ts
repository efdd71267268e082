import { awsService } from "../aws-service";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { logDeliveryChecks } from "./log-delivery";
import { passedRoles, rolesAnywhere } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const transfer = awsService({
  prefix: "transfer",
  documentation: (operation) => `https://docs.aws.amazon.com/transfer/latest/APIReference/API_${operation}.html`,
});

/** `s-0123456789abcdef0`: a letter and 17 digits. */
function drawnId(r: ResourceView, prefix: string, use = "id"): string {
  return `${prefix}-${r.invent(use, { alphabet: "hex", length: 17 })}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-server.html */
const server = plainRule({
  type: "AWS::Transfer::Server",
  service: transfer,
  identify: (r) => {
    const id = drawnId(r, "s");
    const arn = r.arn("transfer", `server/${id}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, ServerId: id, State: "ONLINE" } };
  },
  create: "CreateServer",
  // CloudFormation waits until the server is online.
  reads: ["DescribeServer"],
  update: "UpdateServer",
  delete: "DeleteServer",
  on: { CreateServer: anything },
  checks: (r) => [
    ...rolesAnywhere(r, "transfer.amazonaws.com", { keys: /^(LoggingRole|InvocationRole|ExecutionRole)$/ }),
    ...when(
      r.has("StructuredLogDestinations"),
      ...logDeliveryChecks(
        r,
        "StructuredLogDestinations",
        "transfer.amazonaws.com",
        "https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html",
      ),
    ),
  ],
  checksOnce: endpointChecks,
});

/**
 * A server inside a network gets an endpoint there with the creator's permissions.
 * https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
 */
function endpointChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "EndpointDetails.VpcId";
  const vpc = r.text(cause);
  if (vpc === undefined) return [];
  const source = "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html";
  const check = (name: string, resources: readonly string[]): CheckSpec => ({
    action: `ec2:${name}`,
    resources,
    context: {},
    cause,
    source,
    through: ["transfer.amazonaws.com"],
  });
  const endpoint = r.arn("ec2", `vpc-endpoint/${drawnId(r, "vpce", "endpoint")}`);
  return [check("CreateVpcEndpoint", [endpoint, r.arn("ec2", `vpc/${vpc}`)]), check("DescribeVpcEndpoints", ["*"])];
}

function serverArn(r: ResourceView): string {
  return r.arn("transfer", `server/${r.text("ServerId") ?? drawnId(r, "s", "server")}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-user.html */
const user = plainRule({
  type: "AWS::Transfer::User",
  service: transfer,
  name: { property: "UserName", maxLength: 100 },
  identify: (r) => {
    const serverId = r.text("ServerId") ?? drawnId(r, "s", "server");
    const arn = r.arn("transfer", `user/${serverId}/${r.name}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, ServerId: serverId, UserName: r.name } };
  },
  create: "CreateUser",
  settings: (r) =>
    when(r.has("SshPublicKeys"), transfer.call("ImportSshPublicKey", r.arnOfSelf, { cause: "SshPublicKeys" })),
  reads: ["DescribeUser"],
  delete: "DeleteUser",
  on: { CreateUser: serverArn },
  checksOnce: (r) => passedRoles(r, "transfer.amazonaws.com", "Role"),
  change: userChange,
});

function userChange(r: ResourceUpdate): readonly CallSpec[] {
  const before = r.before.texts("SshPublicKeys");
  const after = r.texts("SshPublicKeys");
  const settings = ["HomeDirectory", "HomeDirectoryMappings", "HomeDirectoryType", "Policy", "PosixProfile", "Role"];
  return [
    ...when(
      r.changed(...settings),
      transfer.call("UpdateUser", r.arnOfSelf, {
        cause: "Properties",
        also: when(r.changed("Role"), ...passedRoles(r, "transfer.amazonaws.com", "Role")),
      }),
    ),
    ...when(
      after.some((key) => !before.includes(key)),
      transfer.call("ImportSshPublicKey", r.arnOfSelf, { cause: "SshPublicKeys" }),
    ),
    ...when(
      before.some((key) => !after.includes(key)),
      transfer.call("DescribeUser", r.arnOfSelf, { cause: "SshPublicKeys" }),
      transfer.call("DeleteSshPublicKey", r.arnOfSelf, { cause: "SshPublicKeys" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-workflow.html */
const workflow = plainRule({
  type: "AWS::Transfer::Workflow",
  service: transfer,
  identify: (r) => {
    const id = drawnId(r, "w");
    const arn = r.arn("transfer", `workflow/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, WorkflowId: id } };
  },
  create: "CreateWorkflow",
  delete: "DeleteWorkflow",
  on: { CreateWorkflow: anything },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-connector.html */
const connector = plainRule({
  type: "AWS::Transfer::Connector",
  service: transfer,
  identify: (r) => {
    const id = drawnId(r, "c");
    const arn = r.arn("transfer", `connector/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, ConnectorId: id, ServiceManagedEgressIpAddresses: [] } };
  },
  create: "CreateConnector",
  reads: ["DescribeConnector"],
  update: "UpdateConnector",
  delete: "DeleteConnector",
  // Connectors of AS2 are authorised on the profiles that they join.
  on: { CreateConnector: profiles, UpdateConnector: (r) => [r.arnOfSelf, ...profileArns(r)] },
  checks: (r) => passedRoles(r, "transfer.amazonaws.com", "AccessRole", "LoggingRole"),
});

function profiles(r: ResourceView) {
  return r.has("As2Config") ? profileArns(r) : "*";
}

function profileArns(r: ResourceView): readonly string[] {
  const ids = [...r.texts("As2Config.LocalProfileId"), ...r.texts("As2Config.PartnerProfileId")];
  return ids.map((id) => r.arn("transfer", `profile/${id}`));
}

export const transferRules: readonly ResourceRule[] = [server, user, workflow, connector];
