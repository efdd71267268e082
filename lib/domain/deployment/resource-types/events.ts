import { awsService } from "../aws-service";
import { kmsThrough, passRole, tagContext } from "../common-checks";
import { readText } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

const events = awsService({
  prefix: "events",
  documentation: (operation) => `https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
const rule: ResourceRule = {
  type: "AWS::Events::Rule",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const bus = busNameIn(r);
    const arn = r.arn("events", bus === "default" ? `rule/${r.name}` : `rule/${bus}/${r.name}`);
    return { physicalId: bus === "default" ? r.name : `${bus}|${r.name}`, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    // CloudFormation looks first whether there is a rule of that name, since PutRule would overwrite it.
    events.call("DescribeRule", r.arnOfSelf, { context: ruleContext(r) }),
    putRule(r),
    ...tagging(r),
    ...when(r.has("Targets"), putTargets(r)),
  ],
  // Rule and targets are put whatever has changed; which targets are gone is told by the template before.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-events, rule/UpdateHandler.java
  update: (r) => [
    events.call("DescribeRule", r.arnOfSelf, { cause: "Properties", context: ruleContext(r) }),
    putRule(r),
    ...when(
      goneTargets(r).length > 0,
      events.call("RemoveTargets", r.arnOfSelf, { cause: "Targets", context: ruleContext(r) }),
    ),
    ...when(r.has("Targets"), putTargets(r)),
    ...tagChanges(events, r),
  ],
  // Targets must go first. They are listed for the Cloud Control API alone; a stack's template names them.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-events, rule/DeleteHandler.java
  delete: (r) => [
    events.call("DescribeRule", r.arnOfSelf, { context: ruleContext(r) }),
    ...when(r.has("Targets"), events.call("RemoveTargets", r.arnOfSelf, { cause: "Targets", context: ruleContext(r) })),
    events.call("DeleteRule", r.arnOfSelf, { context: ruleContext(r) }),
  ],
};

/** By name or by ARN. */
function busNameIn(r: ResourceView): string {
  const value = r.text("EventBusName") ?? "default";
  return value.startsWith("arn:") ? value.slice(value.indexOf("event-bus/") + "event-bus/".length) : value;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html */
function ruleContext(r: ResourceView): CheckSpec["context"] {
  return { "events:creatorAccount": [r.target.account] };
}

function patternContext(r: ResourceView): CheckSpec["context"] {
  const sources = r.texts("EventPattern.source");
  const detailTypes = r.texts("EventPattern.detail-type");
  return {
    ...ruleContext(r),
    ...(sources.length > 0 ? { "events:source": sources } : {}),
    ...(detailTypes.length > 0 ? { "events:detail-type": detailTypes } : {}),
  };
}

function putRule(r: ResourceView): CallSpec {
  const roleArn = r.text("RoleArn");
  return events.call("PutRule", r.arnOfSelf, {
    context: { ...patternContext(r), ...tagContext(r) },
    also: roleArn === undefined ? [] : [passRole(roleArn, "events.amazonaws.com", "RoleArn")],
  });
}

/** Rules are among the types that CloudFormation still makes without tags when tagging is refused. */
function tagging(r: ResourceView): readonly CallSpec[] {
  const checks = tagOnCreate(events, r);
  return when(checks.length > 0, {
    operation: "events:PutRule",
    checks,
    cloudTrail: null,
    onDenied: "retry-without-tags",
  });
}

function putTargets(r: ResourceView): CallSpec {
  const targets = r.list("Targets");
  const arns = targets.flatMap(({ Arn }) => readText(Arn) ?? []);
  const roles = [...new Set(targets.flatMap(({ RoleArn }) => readText(RoleArn) ?? []))];
  return events.call("PutTargets", r.arnOfSelf, {
    cause: "Targets",
    context: { ...ruleContext(r), "events:TargetArn": arns },
    also: roles.map((roleArn) => passRole(roleArn, "events.amazonaws.com", "Targets")),
  });
}

function goneTargets(r: ResourceUpdate): readonly string[] {
  const ids = (view: ResourceView) => view.list("Targets").flatMap(({ Id }) => readText(Id) ?? []);
  const kept = new Set(ids(r));
  return ids(r.before).filter((id) => !kept.has(id));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html */
const eventBus: ResourceRule = {
  type: "AWS::Events::EventBus",
  name: { property: "Name", maxLength: 256 },
  identify: (r) => {
    const arn = r.arn("events", `event-bus/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, Name: r.name, Policy: "" } };
  },
  create: (r) => [
    events.call("CreateEventBus", r.arnOfSelf, {
      context: tagContext(r),
      also: [...tagOnCreate(events, r), ...keyChecks(r)],
    }),
    events.call("DescribeEventBus", r.arnOfSelf),
    ...when(r.has("Policy"), events.call("PutPermission", "*", { cause: "Policy" })),
  ],
  // The bus is looked for first. A policy is put whatever has changed, and one that is no longer given stays: the registry
  // has no RemovePermission for an update.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-events, eventbus/UpdateHandler.java
  update: (r) => [
    events.call("DescribeEventBus", r.arnOfSelf, { cause: "Properties" }),
    ...when(
      r.changed("DeadLetterConfig", "Description", "KmsKeyIdentifier", "LogConfig"),
      events.call("UpdateEventBus", r.arnOfSelf, {
        cause: "Properties",
        also: r.sets("KmsKeyIdentifier") ? keyChecks(r) : [],
      }),
    ),
    ...tagChanges(events, r),
    ...when(r.has("Policy"), events.call("PutPermission", "*", { cause: "Policy" })),
  ],
  delete: (r) => [events.call("DescribeEventBus", r.arnOfSelf), events.call("DeleteEventBus", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyIdentifier", service: "events", source });
  return when(r.has("KmsKeyIdentifier"), ...["DescribeKey", "GenerateDataKey", "Decrypt"].map(check));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html */
const eventBusPolicy: ResourceRule = {
  type: "AWS::Events::EventBusPolicy",
  identify: (r) => ({ physicalId: `${busNameIn(r)}|${r.text("StatementId") ?? ""}`, arn: null, attributes: {} }),
  create: (r) => [describeBus(r), events.call("PutPermission", "*")],
  update: (r) => [describeBus(r), events.call("PutPermission", "*", { cause: "Properties" })],
  delete: (r) => [describeBus(r), events.call("RemovePermission", "*")],
};

function describeBus(r: ResourceView): CallSpec {
  return events.call("DescribeEventBus", r.arn("events", `event-bus/${busNameIn(r)}`));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-connection.html */
const connection: ResourceRule = {
  type: "AWS::Events::Connection",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("events", `connection/${r.name}/${r.invent("id", { alphabet: "uuid" })}`);
    const secret = secretArn(r);
    return {
      physicalId: r.name,
      arn,
      attributes: { Arn: arn, ArnForPolicy: r.arn("events", `connection/${r.name}`), SecretArn: secret },
    };
  },
  create: (r) => [
    events.call("CreateConnection", r.arnOfSelf, {
      also: [...secretChecks(r, ["CreateSecret", "GetSecretValue", "PutSecretValue"]), ...linkedRole(r)],
    }),
    events.call("DescribeConnection", r.arnOfSelf),
  ],
  update: (r) => [
    events.call("UpdateConnection", r.arnOfSelf, {
      cause: "Properties",
      also: secretChecks(r, ["UpdateSecret", "GetSecretValue", "PutSecretValue"]),
    }),
    events.call("DescribeConnection", r.arnOfSelf, { cause: "Properties" }),
  ],
  delete: (r) => [
    events.call("DeleteConnection", r.arnOfSelf, { also: secretChecks(r, ["DeleteSecret"]) }),
    events.call("DescribeConnection", r.arnOfSelf),
  ],
};

function secretArn(r: ResourceView): string {
  const id = r.invent("secret", { alphabet: "uuid" });
  return r.arn(
    "secretsmanager",
    `secret:events!connection/${r.name}/${id}-${r.invent("suffix", { alphabet: "mixed", length: 6 })}`,
  );
}

/** EventBridge keeps the credentials in a secret that it makes for the caller. */
function secretChecks(r: ResourceView, names: readonly string[]): readonly CheckSpec[] {
  return names.map((name) => ({
    action: `secretsmanager:${name}`,
    resources: [secretArn(r)],
    context: {},
    cause: "AuthParameters",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html",
    through: ["events.amazonaws.com"],
  }));
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  if (r.settings.account.serviceLinkedRolesExist) return [];
  const service = "apidestinations.events.amazonaws.com";
  return [
    {
      action: "iam:CreateServiceLinkedRole",
      resources: [
        r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForAmazonEventBridgeApiDestinations`, {
          region: "",
        }),
      ],
      context: { "iam:AWSServiceName": [service] },
      cause: "Type",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/using-service-linked-roles-service-action-1.html",
      through: ["events.amazonaws.com"],
    },
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-apidestination.html */
const apiDestination: ResourceRule = {
  type: "AWS::Events::ApiDestination",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const forPolicy = r.arn("events", `api-destination/${r.name}`);
    const arn = `${forPolicy}/${r.invent("id", { alphabet: "uuid" })}`;
    return { physicalId: r.name, arn, attributes: { Arn: arn, ArnForPolicy: forPolicy } };
  },
  create: (r) => [events.call("CreateApiDestination", r.arnOfSelf), events.call("DescribeApiDestination", r.arnOfSelf)],
  // It is read back after a change too.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-events, apidestination/UpdateHandler.java
  update: (r) => [
    events.call("UpdateApiDestination", r.arnOfSelf, { cause: "Properties" }),
    events.call("DescribeApiDestination", r.arnOfSelf, { cause: "Properties" }),
  ],
  delete: (r) => [events.call("DeleteApiDestination", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-archive.html */
const archive: ResourceRule = {
  type: "AWS::Events::Archive",
  name: { property: "ArchiveName", maxLength: 48 },
  identify: (r) => {
    const arn = r.arn("events", `archive/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, ArchiveName: r.name } };
  },
  create: (r) => [
    events.call("CreateArchive", r.arnOfSelf, { also: keyChecks(r) }),
    events.call("DescribeArchive", r.arnOfSelf),
  ],
  update: (r) => [events.call("UpdateArchive", r.arnOfSelf, { cause: "Properties" })],
  delete: (r) => [events.call("DeleteArchive", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-endpoint.html */
const endpoint: ResourceRule = {
  type: "AWS::Events::Endpoint",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("events", `endpoint/${r.name}`);
    return {
      physicalId: r.name,
      arn,
      attributes: { Arn: arn, EndpointId: r.invent("id", { alphabet: "lower", length: 14 }) },
    };
  },
  create: (r) => [
    events.call("CreateEndpoint", r.arnOfSelf, { also: replicationRole(r) }),
    events.call("DescribeEndpoint", r.arnOfSelf),
  ],
  update: (r) =>
    when(
      changedBesideTags(r),
      events.call("UpdateEndpoint", r.arnOfSelf, { cause: "Properties", also: replicationRole(r) }),
    ),
  delete: (r) => [events.call("DeleteEndpoint", r.arnOfSelf), events.call("DescribeEndpoint", r.arnOfSelf)],
};

function replicationRole(r: ResourceView): readonly CheckSpec[] {
  const roleArn = r.text("RoleArn");
  return roleArn === undefined ? [] : [passRole(roleArn, "events.amazonaws.com", "RoleArn")];
}

export const eventsRules: readonly ResourceRule[] = [
  rule,
  eventBus,
  eventBusPolicy,
  connection,
  apiDestination,
  archive,
  endpoint,
];
