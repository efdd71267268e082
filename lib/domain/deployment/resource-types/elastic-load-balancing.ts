import { awsService } from "../aws-service";
import { requestTags } from "../common-checks";
import { textsInside } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { serviceLinkedRole } from "./service-linked-role";

const elb = awsService({
  prefix: "elasticloadbalancing",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_${operation}.html`,
});

const tagNames = { tag: "AddTags", untag: "RemoveTags" };

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html */
function tagsOnCreate(r: ResourceView, operation: string): readonly CheckSpec[] {
  const context = { ...requestTags(r.tags), "elasticloadbalancing:CreateAction": [operation] };
  return when(r.tagged, elb.check("AddTags", r.arnOfSelf, { cause: "Tags", context }));
}

const hex = (r: ResourceView, use: string) => r.invent(use, { alphabet: "hex", length: 16 });

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
const loadBalancer: ResourceRule = {
  type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
  name: { property: "Name", maxLength: 32 },
  identify: (r) => {
    const kind = { network: "net", gateway: "gwy" }[r.text("Type") ?? ""] ?? "app";
    const fullName = `${kind}/${r.name}/${hex(r, "id")}`;
    const arn = r.arn("elasticloadbalancing", `loadbalancer/${fullName}`);
    const attributes = {
      CanonicalHostedZoneID: `Z${r.invent("zone", { alphabet: "upper", length: 13 })}`,
      DNSName: `${r.name}-${r.invent("dns", { alphabet: "digits", length: 10 })}.${r.target.region}.elb.amazonaws.com`,
      LoadBalancerArn: arn,
      LoadBalancerFullName: fullName,
      LoadBalancerName: r.name,
      SecurityGroups: r.texts("SecurityGroups"),
    };
    return { physicalId: arn, arn, attributes };
  },
  create: (r) => [
    elb.call("CreateLoadBalancer", r.arnOfSelf, {
      context: {
        ...requestTags(r.tags),
        "elasticloadbalancing:Scheme": [r.text("Scheme") ?? "internet-facing"],
        ...listed("elasticloadbalancing:Subnet", r.texts("Subnets")),
        ...listed("elasticloadbalancing:SecurityGroup", r.texts("SecurityGroups")),
      },
      also: [...tagsOnCreate(r, "CreateLoadBalancer"), ...linkedRole(r)],
    }),
    elb.call("DescribeLoadBalancers", "*"),
    ...attributeCalls(r),
    ...when(
      r.has("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"),
      elb.call("SetSecurityGroups", r.arnOfSelf, { cause: "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic" }),
    ),
  ],
  update: (r) => [
    ...attributeCalls(r),
    ...when(
      r.changed("SecurityGroups", "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"),
      elb.call("SetSecurityGroups", r.arnOfSelf, { cause: "SecurityGroups" }),
    ),
    ...when(
      r.changed("Subnets", "SubnetMappings"),
      elb.call("SetSubnets", r.arnOfSelf, { cause: r.has("SubnetMappings") ? "SubnetMappings" : "Subnets" }),
    ),
    ...when(r.changed("IpAddressType"), elb.call("SetIpAddressType", r.arnOfSelf, { cause: "IpAddressType" })),
    ...tagChanges(elb, r, tagNames),
  ],
  delete: (r) => [elb.call("DeleteLoadBalancer", r.arnOfSelf), elb.call("DescribeLoadBalancers", "*")],
};

function listed(key: string, values: readonly string[]): CheckSpec["context"] {
  return values.length === 0 ? {} : { [key]: values };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "elasticloadbalancing.amazonaws.com",
    role: "AWSServiceRoleForElasticLoadBalancing",
    through: "elasticloadbalancing.amazonaws.com",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html",
  });
}

function attributeCalls(r: ResourceView): readonly CallSpec[] {
  const cause = "LoadBalancerAttributes";
  return when(r.sets(cause), elb.call("ModifyLoadBalancerAttributes", r.arnOfSelf, { cause }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
const targetGroup: ResourceRule = {
  type: "AWS::ElasticLoadBalancingV2::TargetGroup",
  name: { property: "Name", maxLength: 32 },
  identify: (r) => {
    const fullName = `targetgroup/${r.name}/${hex(r, "id")}`;
    const arn = r.arn("elasticloadbalancing", fullName);
    const attributes = {
      LoadBalancerArns: [],
      TargetGroupArn: arn,
      TargetGroupFullName: fullName,
      TargetGroupName: r.name,
    };
    return { physicalId: arn, arn, attributes };
  },
  create: (r) => [
    elb.call("CreateTargetGroup", r.arnOfSelf, {
      context: requestTags(r.tags),
      also: tagsOnCreate(r, "CreateTargetGroup"),
    }),
    elb.call("DescribeTargetGroups", "*"),
    ...groupAttributes(r),
    ...when(
      r.has("Targets"),
      elb.call("RegisterTargets", r.arnOfSelf, { cause: "Targets" }),
      elb.call("DescribeTargetHealth", "*", { cause: "Targets" }),
    ),
  ],
  update: (r) => [
    ...when(
      changesHealthCheck(r),
      elb.call("ModifyTargetGroup", r.arnOfSelf, { cause: "HealthCheckPath" }),
      elb.call("DescribeTargetGroups", "*", { cause: "HealthCheckPath" }),
    ),
    ...groupAttributes(r),
    ...targetChanges(r),
    ...tagChanges(elb, r, tagNames),
  ],
  delete: (r) => [elb.call("DeleteTargetGroup", r.arnOfSelf), elb.call("DescribeTargetGroups", "*")],
};

function groupAttributes(r: ResourceView): readonly CallSpec[] {
  const cause = "TargetGroupAttributes";
  return when(r.sets(cause), elb.call("ModifyTargetGroupAttributes", r.arnOfSelf, { cause }));
}

function changesHealthCheck(r: ResourceUpdate): boolean {
  const settings = Object.keys({ ...r.before.properties, ...r.properties });
  return settings.some(
    (name) => /^(HealthCheck|HealthyThreshold|UnhealthyThreshold|Matcher)/.test(name) && r.changed(name),
  );
}

function targetChanges(r: ResourceUpdate): readonly CallSpec[] {
  if (!r.changed("Targets")) return [];
  return [
    ...when(r.has("Targets"), elb.call("RegisterTargets", r.arnOfSelf, { cause: "Targets" })),
    ...when(r.before.has("Targets"), elb.call("DeregisterTargets", r.arnOfSelf, { cause: "Targets" })),
    elb.call("DescribeTargetHealth", "*", { cause: "Targets" }),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html */
const listener: ResourceRule = {
  type: "AWS::ElasticLoadBalancingV2::Listener",
  identify: (r) => {
    const arn = `${balancerOf(r).replace(":loadbalancer/", ":listener/")}/${hex(r, "id")}`;
    return { physicalId: arn, arn, attributes: { ListenerArn: arn } };
  },
  create: (r) => [
    elb.call("CreateListener", balancerOf(r), {
      context: { ...requestTags(r.tags), ...listed("elasticloadbalancing:ListenerProtocol", r.texts("Protocol")) },
      also: [...tagsOnCreate(r, "CreateListener"), ...userPoolChecks(r, "DefaultActions")],
    }),
    elb.call("DescribeListeners", "*"),
    ...listenerAttributes(r),
  ],
  update: (r) => [
    ...when(
      r.changed(
        "DefaultActions",
        "Port",
        "Protocol",
        "Certificates",
        "SslPolicy",
        "AlpnPolicy",
        "MutualAuthentication",
      ),
      elb.call("ModifyListener", r.arnOfSelf, { cause: "Properties", also: userPoolChecks(r, "DefaultActions") }),
    ),
    ...listenerAttributes(r),
    ...tagChanges(elb, r, tagNames),
  ],
  delete: (r) => [elb.call("DeleteListener", r.arnOfSelf), elb.call("DescribeListeners", "*")],
};

function balancerOf(r: ResourceView): string {
  const unknown = () =>
    r.arn(
      "elasticloadbalancing",
      `loadbalancer/app/${r.invent("name", { alphabet: "lower", length: 12 })}/${hex(r, "balancer")}`,
    );
  return r.text("LoadBalancerArn") ?? unknown();
}

function listenerAttributes(r: ResourceView): readonly CallSpec[] {
  const cause = "ListenerAttributes";
  return when(r.sets(cause), elb.call("ModifyListenerAttributes", r.arnOfSelf, { cause }));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
function userPoolChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const pools = textsInside(r.get(path)).filter((text) => /^arn:[^:]+:cognito-idp:[^:]*:[^:]*:userpool\//.test(text));
  return [...new Set(pools)].map((pool) => ({
    action: "cognito-idp:DescribeUserPoolClient",
    resources: [pool],
    context: {},
    cause: path,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    through: ["elasticloadbalancing.amazonaws.com"],
  }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html */
const listenerRule: ResourceRule = {
  type: "AWS::ElasticLoadBalancingV2::ListenerRule",
  identify: (r) => {
    const arn = `${listenerOf(r).replace(":listener/", ":listener-rule/")}/${hex(r, "id")}`;
    return { physicalId: arn, arn, attributes: { IsDefault: false, RuleArn: arn } };
  },
  create: (r) => [
    elb.call("CreateRule", listenerOf(r), {
      context: requestTags(r.tags),
      also: [...tagsOnCreate(r, "CreateRule"), ...userPoolChecks(r, "Actions")],
    }),
    elb.call("DescribeRules", "*"),
  ],
  update: (r) => [
    ...when(
      r.changed("Actions", "Conditions", "Transforms"),
      elb.call("ModifyRule", r.arnOfSelf, { cause: "Properties", also: userPoolChecks(r, "Actions") }),
    ),
    ...when(r.changed("Priority"), elb.call("SetRulePriorities", r.arnOfSelf, { cause: "Priority" })),
    ...tagChanges(elb, r, tagNames),
  ],
  delete: (r) => [elb.call("DeleteRule", r.arnOfSelf), elb.call("DescribeRules", "*")],
};

function listenerOf(r: ResourceView): string {
  const unknown = () => `${balancerOf(r).replace(":loadbalancer/", ":listener/")}/${hex(r, "listener")}`;
  return r.text("ListenerArn") ?? unknown();
}

export const elasticLoadBalancingRules: readonly ResourceRule[] = [loadBalancer, targetGroup, listener, listenerRule];
