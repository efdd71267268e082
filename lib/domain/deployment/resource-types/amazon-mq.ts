import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const mq = awsService({
  prefix: "mq",
  eventSource: "amazonmq.amazonaws.com",
  documentation: () => "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html */
const broker = plainRule({
  type: "AWS::AmazonMQ::Broker",
  service: mq,
  name: { property: "BrokerName", maxLength: 50 },
  identify: (r) => {
    const id = `b-${r.invent("id", { alphabet: "uuid" })}`;
    const arn = r.arn("mq", `broker:${r.name}:${id}`);
    const host = `${id}.mq.${r.target.region}.amazonaws.com`;
    const attributes = {
      AmqpEndpoints: [`amqps://${host}:5671`],
      Arn: arn,
      ConfigurationId: `c-${r.invent("configuration", { alphabet: "uuid" })}`,
      ConfigurationRevision: "1",
      ConsoleURLs: [`https://${host}:8162`],
      Id: id,
      IpAddresses: ["10.0.0.1"],
      MqttEndpoints: [`mqtt+ssl://${host}:8883`],
      OpenWireEndpoints: [`ssl://${host}:61617`],
      StompEndpoints: [`stomp+ssl://${host}:61614`],
      WssEndpoints: [`wss://${host}:61619`],
    };
    return { physicalId: id, arn, attributes };
  },
  create: "CreateBroker",
  // A broker takes some minutes until it runs.
  reads: ["DescribeBroker"],
  delete: "DeleteBroker",
  gone: "DescribeBroker",
  on: { CreateBroker: anything },
  tagNames: { tag: "CreateTags", untag: "DeleteTags" },
  checksOnce: (r) => [...networkChecks(r), ...linkedRole(r), ...keyChecks(r)],
  change: brokerChange,
});

/**
 * An ActiveMQ broker gets its network interfaces with the creator's permissions.
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html
 */
function networkChecks(r: ResourceView): readonly CheckSpec[] {
  if ((r.text("EngineType") ?? "").toUpperCase() !== "ACTIVEMQ") return [];
  const check = (name: string, resources: readonly string[], context: CheckSpec["context"] = {}): CheckSpec => ({
    action: `ec2:${name}`,
    resources,
    context,
    cause: "EngineType",
    source:
      "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html",
    through: ["mq.amazonaws.com"],
  });
  const networkInterface = r.arn(
    "ec2",
    `network-interface/eni-${r.invent("interface", { alphabet: "hex", length: 17 })}`,
  );
  return [
    ...["InternetGateways", "NetworkInterfaces", "RouteTables", "SecurityGroups", "Subnets", "Vpcs"].map((things) =>
      check(`Describe${things}`, ["*"]),
    ),
    check("CreateNetworkInterface", [
      networkInterface,
      ...r.texts("SubnetIds").map((id) => r.arn("ec2", `subnet/${id}`)),
      ...r.texts("SecurityGroups").map((id) => r.arn("ec2", `security-group/${id}`)),
    ]),
    check("CreateNetworkInterfacePermission", [networkInterface], { "ec2:AuthorizedService": ["mq.amazonaws.com"] }),
  ];
}

/** https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "mq.amazonaws.com",
    role: "AWSServiceRoleForAmazonMQ",
    through: "mq.amazonaws.com",
    source: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-service-linked-roles.html",
  });
}

function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "EncryptionOptions.KmsKeyId";
  const source = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "mq", source });
  return when(r.has(path), ...["DescribeKey", "CreateGrant"].map(check));
}

/** Users are changed one by one; most other changes take effect with a reboot. */
function brokerChange(r: ResourceUpdate): readonly CallSpec[] {
  const settings = Object.keys({ ...r.before.properties, ...r.properties });
  const cause = settings.find((name) => name !== "Tags" && name !== "Users" && r.changed(name));
  const users = (view: ResourceView) => view.list("Users").map(({ Username }) => Username);
  const [before, after] = [users(r.before), users(r)];
  const userCalls = r.changed("Users")
    ? [
        ...after.map((name) => (before.includes(name) ? "UpdateUser" : "CreateUser")),
        ...before.filter((name) => !after.includes(name)).map(() => "DeleteUser"),
      ]
    : [];
  return [
    ...(cause === undefined ? [] : [mq.call("UpdateBroker", r.arnOfSelf, { cause })]),
    ...userCalls.map((operation) => mq.call(operation, r.arnOfSelf, { cause: "Users" })),
    ...when(
      cause !== undefined || userCalls.length > 0,
      mq.call("RebootBroker", r.arnOfSelf, { cause: cause ?? "Users" }),
      mq.call("DescribeBroker", r.arnOfSelf, { cause: cause ?? "Users" }),
    ),
  ];
}

export const amazonMqRules: readonly ResourceRule[] = [broker];
