import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const mq = awsService({
  prefix: "mq",
  eventSource: "amazonmq.amazonaws.com",
  documentation: () => "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/operations.html",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html */
const broker: ResourceRule = {
  ...plainRule({
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
    on: { CreateBroker: anything },
    tagNames: { tag: "CreateTags", untag: "DeleteTags" },
    checksOnce: (r) => [...networkChecks(r), ...linkedRole(r), ...keyChecks(r)],
    change: brokerChange,
  }),
  delete: brokerDeletion,
};

const networkSource =
  "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html";

/** An ActiveMQ broker's network interfaces stand in the account; RabbitMQ's do not. */
function isActiveMq(r: ResourceView): boolean {
  return (r.text("EngineType") ?? "").toUpperCase() === "ACTIVEMQ";
}

function networkCheck(name: string, resources: readonly string[], context: CheckSpec["context"] = {}): CheckSpec {
  return {
    action: `ec2:${name}`,
    resources,
    context,
    cause: "EngineType",
    source: networkSource,
    through: ["mq.amazonaws.com"],
  };
}

function networkInterface(r: ResourceView): string {
  return r.arn("ec2", `network-interface/eni-${r.invent("interface", { alphabet: "hex", length: 17 })}`);
}

/** They are made with the creator's permissions. */
function networkChecks(r: ResourceView): readonly CheckSpec[] {
  const things = [
    "InternetGateways",
    "NetworkInterfacePermissions",
    "NetworkInterfaces",
    "RouteTables",
    "SecurityGroups",
    "Subnets",
    "Vpcs",
  ];
  return when(
    isActiveMq(r),
    ...things.map((name) => networkCheck(`Describe${name}`, ["*"])),
    networkCheck("CreateNetworkInterface", [
      networkInterface(r),
      ...r.texts("SubnetIds").map((id) => r.arn("ec2", `subnet/${id}`)),
      ...r.texts("SecurityGroups").map((id) => r.arn("ec2", `security-group/${id}`)),
    ]),
    networkCheck("CreateNetworkInterfacePermission", [networkInterface(r)], {
      "ec2:AuthorizedService": ["mq.amazonaws.com"],
    }),
  );
}

/** And removed with them, too. */
function brokerDeletion(r: ResourceView): readonly CallSpec[] {
  const names = ["DetachNetworkInterface", "DeleteNetworkInterfacePermission", "DeleteNetworkInterface"];
  return [
    mq.call("DeleteBroker", r.arnOfSelf, {
      also: when(isActiveMq(r), ...names.map((name) => networkCheck(name, [networkInterface(r)]))),
    }),
    mq.call("DescribeBroker", r.arnOfSelf),
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

/**
 * ActiveMQ's users are changed one by one; RabbitMQ's live in the broker. Most other changes take effect with a reboot.
 * https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id-users-username.html
 */
function brokerChange(r: ResourceUpdate): readonly CallSpec[] {
  const settings = Object.keys({ ...r.before.properties, ...r.properties });
  const cause = settings.find((name) => name !== "Tags" && name !== "Users" && r.changed(name));
  const users = (view: ResourceView) => view.list("Users").map(({ Username }) => Username);
  const [before, after] = [users(r.before), users(r)];
  const userCalls =
    isActiveMq(r) && r.changed("Users")
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
