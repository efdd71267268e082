import { awsService } from "../aws-service";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const cloudMap = awsService({
  prefix: "servicediscovery",
  documentation: (operation) => `https://docs.aws.amazon.com/cloud-map/latest/api/API_${operation}.html`,
});

function identify(kind: "namespace" | "service", prefix: string) {
  return (r: ResourceView) => {
    const id = `${prefix}-${r.invent("id", { alphabet: "lower", length: 16 })}`;
    const arn = r.arn("servicediscovery", `${kind}/${id}`);
    const zone = `Z${r.invent("zone", { alphabet: "upper", length: 20 })}`;
    return { physicalId: id, arn, attributes: { Arn: arn, Id: id, Name: r.name, HostedZoneId: zone } };
  };
}

const named = { property: "Name" } as const;

/** What becomes of an operation is asked for until it is done. */
const namespaceRule = (
  noun: "HttpNamespace" | "PrivateDnsNamespace",
  checks: (r: ResourceView) => readonly CheckSpec[],
) =>
  plainRule({
    type: `AWS::ServiceDiscovery::${noun}`,
    service: cloudMap,
    name: named,
    identify: identify("namespace", "ns"),
    create: `Create${noun}`,
    reads: ["GetOperation"],
    update: `Update${noun}`,
    delete: "DeleteNamespace",
    gone: "GetOperation",
    on: { [`Create${noun}`]: anything, TagResource: anything },
    checksOnce: checks,
  });

/**
 * A private namespace makes a zone in Route 53 with the caller's permissions.
 * https://docs.aws.amazon.com/cloud-map/latest/dg/security_iam_id-based-policy-examples.html
 */
function zoneChecks(r: ResourceView): readonly CheckSpec[] {
  const check = (action: string, resources: readonly string[] = ["*"]): CheckSpec => ({
    action,
    resources,
    context: {},
    cause: "Vpc",
    source: "https://docs.aws.amazon.com/cloud-map/latest/dg/security_iam_id-based-policy-examples.html",
    through: ["servicediscovery.amazonaws.com"],
  });
  const region = { region: "", account: "" };
  return [
    check("route53:CreateHostedZone"),
    check("route53:GetHostedZone", [
      r.arn("route53", `hostedzone/Z${r.invent("zone", { alphabet: "upper", length: 20 })}`, region),
    ]),
    check("route53:ListHostedZonesByName"),
    check("ec2:DescribeVpcs"),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicediscovery-service.html */
const service = plainRule({
  type: "AWS::ServiceDiscovery::Service",
  service: cloudMap,
  name: named,
  identify: identify("service", "srv"),
  create: "CreateService",
  reads: ["GetService"],
  update: "UpdateService",
  delete: "DeleteService",
  on: { CreateService: (r) => [r.arnOfSelf, namespaceOf(r)], TagResource: anything },
});

function namespaceOf(r: ResourceView): string {
  const id =
    r.text("NamespaceId") ??
    r.text("DnsConfig.NamespaceId") ??
    `ns-${r.invent("ns", { alphabet: "lower", length: 16 })}`;
  return r.arn("servicediscovery", `namespace/${id}`);
}

export const serviceDiscoveryRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicediscovery-httpnamespace.html */
  namespaceRule("HttpNamespace", () => []),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicediscovery-privatednsnamespace.html */
  namespaceRule("PrivateDnsNamespace", zoneChecks),
  service,
];
