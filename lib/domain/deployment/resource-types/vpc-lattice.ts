import { awsService } from "../aws-service";
import { readText } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const lattice = awsService({
  prefix: "vpc-lattice",
  documentation: (operation) => `https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/vpc-lattice/latest/ug/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "vpc-lattice.amazonaws.com",
    role: "AWSServiceRoleForVpcLattice",
    through: "vpc-lattice.amazonaws.com",
    source: "https://docs.aws.amazon.com/vpc-lattice/latest/ug/using-service-linked-roles.html",
  });
}

function latticeCheck(action: string, resources: readonly string[], cause: string, operation: string): CheckSpec {
  return {
    action,
    resources,
    context: {},
    cause,
    source: `https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_${operation}.html`,
    through: ["vpc-lattice.amazonaws.com"],
  };
}

/** A thing is named by its id or its ARN. */
function arnOf(r: ResourceView, path: string, kind: string, prefix: string): string {
  const given = r.text(path) ?? `${prefix}-${r.invent(path, { alphabet: "hex", length: 17 })}`;
  return given.startsWith("arn:") ? given : r.arn("vpc-lattice", `${kind}/${given}`);
}

function identifyAs(
  kind: string,
  prefix: string,
  more: (r: ResourceView) => Readonly<Record<string, string>> = () => ({}),
) {
  return (r: ResourceView) => {
    const id = `${prefix}-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    const arn = r.arn("vpc-lattice", `${kind}/${id}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, Id: id, Status: "ACTIVE", ...more(r) } };
  };
}

function domain(r: ResourceView): Readonly<Record<string, string>> {
  const host = `${r.invent("domain", { alphabet: "lower", length: 17 })}.vpc-lattice-svcs.${r.target.region}.on.aws`;
  return {
    "DnsEntry.DomainName": host,
    "DnsEntry.HostedZoneId": `Z${r.invent("zone", { alphabet: "upper", length: 20 })}`,
  };
}

/** What is made is read back with its tags. */
const readBack = (noun: string) => [`Get${noun}`, "ListTagsForResource"];

const network = plainRule({
  type: "AWS::VpcLattice::ServiceNetwork",
  service: lattice,
  identify: identifyAs("servicenetwork", "sn"),
  create: "CreateServiceNetwork",
  reads: readBack("ServiceNetwork"),
  update: "UpdateServiceNetwork",
  delete: "DeleteServiceNetwork",
  on: { ListTagsForResource: anything },
  checksOnce: linkedRole,
});

const service = plainRule({
  type: "AWS::VpcLattice::Service",
  service: lattice,
  identify: identifyAs("service", "svc", domain),
  create: "CreateService",
  reads: readBack("Service"),
  update: "UpdateService",
  delete: "DeleteService",
  gone: "GetService",
  on: { ListTagsForResource: anything },
  checksOnce: linkedRole,
});

const listener = plainRule({
  type: "AWS::VpcLattice::Listener",
  service: lattice,
  identify: (r) => {
    const id = `listener-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    const serviceArn = arnOf(r, "ServiceIdentifier", "service", "svc");
    const arn = `${serviceArn}/listener/${id}`;
    const serviceId = serviceArn.split("/").at(-1) ?? "";
    return { physicalId: arn, arn, attributes: { Arn: arn, Id: id, ServiceArn: serviceArn, ServiceId: serviceId } };
  },
  create: "CreateListener",
  reads: readBack("Listener"),
  update: "UpdateListener",
  delete: "DeleteListener",
  on: { ListTagsForResource: anything },
});

const serviceAssociation = plainRule({
  type: "AWS::VpcLattice::ServiceNetworkServiceAssociation",
  service: lattice,
  identify: identifyAs("servicenetworkserviceassociation", "snsa", domain),
  create: "CreateServiceNetworkServiceAssociation",
  reads: readBack("ServiceNetworkServiceAssociation"),
  delete: "DeleteServiceNetworkServiceAssociation",
  gone: "GetServiceNetworkServiceAssociation",
  on: {
    ListTagsForResource: anything,
    CreateServiceNetworkServiceAssociation: (r) => [
      r.arnOfSelf,
      arnOf(r, "ServiceIdentifier", "service", "svc"),
      arnOf(r, "ServiceNetworkIdentifier", "servicenetwork", "sn"),
    ],
  },
});

const vpcAssociation = plainRule({
  type: "AWS::VpcLattice::ServiceNetworkVpcAssociation",
  service: lattice,
  identify: identifyAs("servicenetworkvpcassociation", "snva"),
  create: "CreateServiceNetworkVpcAssociation",
  reads: readBack("ServiceNetworkVpcAssociation"),
  update: "UpdateServiceNetworkVpcAssociation",
  delete: "DeleteServiceNetworkVpcAssociation",
  gone: "GetServiceNetworkVpcAssociation",
  on: {
    ListTagsForResource: anything,
    CreateServiceNetworkVpcAssociation: (r) => [
      r.arnOfSelf,
      arnOf(r, "ServiceNetworkIdentifier", "servicenetwork", "sn"),
    ],
  },
  checksOnce: (r) => {
    const operation = "CreateServiceNetworkVpcAssociation";
    return [
      latticeCheck("ec2:DescribeVpcs", ["*"], "VpcIdentifier", operation),
      ...when(
        r.has("SecurityGroupIds"),
        latticeCheck("ec2:DescribeSecurityGroups", ["*"], "SecurityGroupIds", operation),
      ),
    ];
  },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-vpclattice-targetgroup.html */
const targetGroup: ResourceRule = {
  ...plainRule({
    type: "AWS::VpcLattice::TargetGroup",
    service: lattice,
    identify: identifyAs("targetgroup", "tg"),
    create: "CreateTargetGroup",
    settings: (r) => when(r.has("Targets"), ...registerCalls(r)),
    reads: readBack("TargetGroup"),
    delete: "DeleteTargetGroup",
    on: { ListTagsForResource: anything },
    checksOnce: (r) => [
      ...linkedRole(r),
      ...when(
        r.has("Config.VpcIdentifier"),
        latticeCheck("ec2:DescribeVpcs", ["*"], "Config.VpcIdentifier", "CreateTargetGroup"),
      ),
    ],
    change: (r) => [
      ...when(r.changed("Config"), lattice.call("UpdateTargetGroup", r.arnOfSelf, { cause: "Config" })),
      ...targetChanges(r),
    ],
  }),
  delete: (r) => [
    ...when(r.has("Targets"), ...deregisterCalls(r, r)),
    lattice.call("DeleteTargetGroup", r.arnOfSelf),
    lattice.call("GetTargetGroup", r.arnOfSelf),
  ],
};

/** Targets of each kind are looked up, and functions opened to the service, with the caller's permissions. */
function registerCalls(r: ResourceView): readonly CallSpec[] {
  const perType: Readonly<Record<string, readonly CheckSpec[]>> = {
    LAMBDA: functions(r).map((arn) => latticeCheck("lambda:AddPermission", [arn], "Targets", "RegisterTargets")),
    INSTANCE: [latticeCheck("ec2:DescribeInstances", ["*"], "Targets", "RegisterTargets")],
    IP: [latticeCheck("ec2:DescribeSubnets", ["*"], "Targets", "RegisterTargets")],
    ALB: [latticeCheck("elasticloadbalancing:DescribeLoadBalancers", ["*"], "Targets", "RegisterTargets")],
  };
  return [
    lattice.call("RegisterTargets", r.arnOfSelf, { cause: "Targets", also: perType[r.text("Type") ?? ""] ?? [] }),
    lattice.call("ListTargets", r.arnOfSelf, { cause: "Targets" }),
  ];
}

function deregisterCalls(r: ResourceView, holder: ResourceView): readonly CallSpec[] {
  const closed = r.text("Type") === "LAMBDA" ? functions(holder) : [];
  return [
    lattice.call("DeregisterTargets", r.arnOfSelf, {
      cause: "Targets",
      also: closed.map((arn) => latticeCheck("lambda:RemovePermission", [arn], "Targets", "DeregisterTargets")),
    }),
    lattice.call("ListTargets", r.arnOfSelf, { cause: "Targets" }),
  ];
}

function targetChanges(r: ResourceUpdate): readonly CallSpec[] {
  if (!r.changed("Targets")) return [];
  return [
    ...when(r.has("Targets"), ...registerCalls(r)),
    ...when(r.before.has("Targets"), ...deregisterCalls(r, r.before)),
  ];
}

function functions(r: ResourceView): readonly string[] {
  return r.list("Targets").flatMap(({ Id }) => readText(Id) ?? []);
}

export const vpcLatticeRules: readonly ResourceRule[] = [
  network,
  service,
  listener,
  serviceAssociation,
  vpcAssociation,
  targetGroup,
];
