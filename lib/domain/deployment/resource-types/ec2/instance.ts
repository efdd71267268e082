import { awsService } from "../../aws-service";
import { requestTags } from "../../common-checks";
import { readText } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { changedBesideTags } from "../../tag-calls";
import { profileRoles } from "../passed-roles";
import { ec2, ec2Arn, ec2Id, namedArn, tagChanges } from "./ec2-service";

const ssm = awsService({
  prefix: "ssm",
  documentation: (operation) => `https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html */
const instance: ResourceRule = {
  type: "AWS::EC2::Instance",
  identify: (r) => {
    const id = ec2Id(r, "i");
    const attributes = {
      AvailabilityZone: r.text("AvailabilityZone") ?? `${r.target.region}a`,
      InstanceId: id,
      PrivateDnsName: `ip-10-0-0-1.${r.target.region}.compute.internal`,
      PrivateIp: r.text("PrivateIpAddress") ?? "10.0.0.1",
      PublicDnsName: `ec2-203-0-113-1.${r.target.region}.compute.amazonaws.com`,
      PublicIp: "203.0.113.1",
      State: "running",
      VpcId: ec2Id(r, "vpc", "network"),
    };
    return { physicalId: id, arn: ec2Arn(r, "instance", id), attributes };
  },
  create: (r) => [
    ec2.call("RunInstances", launchedWith(r), {
      context: {
        ...requestTags(r.tags),
        ...(r.has("InstanceType") ? { "ec2:InstanceType": r.texts("InstanceType") } : {}),
      },
      also: [...profileRoles(r, "IamInstanceProfile"), ...launchTags(r)],
    }),
    ec2.call("DescribeInstances", "*"),
    ...volumeCalls(r),
    ...when(
      r.text("SourceDestCheck") === "false",
      ec2.call("ModifyInstanceAttribute", r.arnOfSelf, { cause: "SourceDestCheck" }),
    ),
    ...associations(r),
  ],
  update: (r) => [...when(changedBesideTags(r), ...instanceChanges(r)), ...tagChanges(r)],
  delete: (r) => [ec2.call("TerminateInstances", r.arnOfSelf), ec2.call("DescribeInstances", "*")],
};

/**
 * A launch is authorised on everything that it makes or uses.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
function launchedWith(r: ResourceView): readonly string[] {
  const groups = [...r.texts("SecurityGroupIds"), ...r.texts("NetworkInterfaces.0.GroupSet")];
  const subnet = r.text("SubnetId") ?? r.text("NetworkInterfaces.0.SubnetId");
  return [
    r.arnOfSelf,
    r.arn("ec2", `image/${r.text("ImageId") ?? ec2Id(r, "ami", "image")}`, { account: "" }),
    ec2Arn(r, "network-interface", ec2Id(r, "eni", "interface")),
    ec2Arn(r, "volume", ec2Id(r, "vol", "volume")),
    ...groups.map((id) => ec2Arn(r, "security-group", id)),
    ...(subnet === undefined ? [] : [ec2Arn(r, "subnet", subnet)]),
    ...r.texts("KeyName").map((name) => ec2Arn(r, "key-pair", name)),
    ...r.texts("LaunchTemplate.LaunchTemplateId").map((id) => ec2Arn(r, "launch-template", id)),
  ];
}

function launchTags(r: ResourceView): readonly CheckSpec[] {
  const context = { ...requestTags(r.tags), "ec2:CreateAction": ["RunInstances"] };
  return when(r.tagged, ec2.check("CreateTags", r.arnOfSelf, { cause: "Tags", context }));
}

function volumeCalls(r: ResourceView): readonly CallSpec[] {
  const volumes = r.list("Volumes").map((_, index) => namedArn(r, `Volumes.${index}.VolumeId`, "volume", "vol"));
  return volumes.map((volume) => ec2.call("AttachVolume", [r.arnOfSelf, volume], { cause: "Volumes" }));
}

/** Documents that run on the instance; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-instance-ssmassociation.html */
function associations(r: ResourceView): readonly CallSpec[] {
  const documents = r
    .list("SsmAssociations")
    .map(({ DocumentName }) => r.arn("ssm", `document/${readText(DocumentName) ?? ""}`));
  return documents.map((document) =>
    ssm.call("CreateAssociation", [r.arnOfSelf, document], { cause: "SsmAssociations" }),
  );
}

const attributes = [
  "DisableApiTermination",
  "InstanceInitiatedShutdownBehavior",
  "SourceDestCheck",
  "SecurityGroupIds",
];
/** What EC2 changes only while the instance stands still. */
const whileStopped = ["InstanceType", "EbsOptimized", "KernelId", "RamdiskId", "UserData"];

function instanceChanges(r: ResourceUpdate): readonly CallSpec[] {
  const stopped = whileStopped.find((property) => r.changed(property));
  return [
    ...attributes
      .filter((property) => r.changed(property))
      .map((cause) => ec2.call("ModifyInstanceAttribute", r.arnOfSelf, { cause })),
    ...when(
      stopped !== undefined,
      ...["StopInstances", "ModifyInstanceAttribute", "StartInstances"].map((operation) =>
        ec2.call(operation, r.arnOfSelf, { cause: stopped ?? "Type" }),
      ),
    ),
    ...when(
      r.changed("Monitoring"),
      ec2.call(r.text("Monitoring") === "true" ? "MonitorInstances" : "UnmonitorInstances", r.arnOfSelf, {
        cause: "Monitoring",
      }),
    ),
    ...when(
      r.changed("CreditSpecification"),
      ec2.call("ModifyInstanceCreditSpecification", r.arnOfSelf, { cause: "CreditSpecification" }),
    ),
    ...when(
      r.changed("MetadataOptions"),
      ec2.call("ModifyInstanceMetadataOptions", r.arnOfSelf, { cause: "MetadataOptions" }),
    ),
    ...profileChange(r),
    ec2.call("DescribeInstances", "*", { cause: "Properties" }),
  ];
}

function profileChange(r: ResourceUpdate): readonly CallSpec[] {
  const cause = "IamInstanceProfile";
  if (!r.changed(cause)) return [];
  const also = profileRoles(r, cause);
  const change = !r.has(cause)
    ? ec2.call("DisassociateIamInstanceProfile", r.arnOfSelf, { cause })
    : r.before.has(cause)
      ? ec2.call("ReplaceIamInstanceProfileAssociation", r.arnOfSelf, { cause, also })
      : ec2.call("AssociateIamInstanceProfile", r.arnOfSelf, { cause, also });
  return [ec2.call("DescribeIamInstanceProfileAssociations", "*", { cause }), change];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-keypair.html */
const keyPair: ResourceRule = {
  type: "AWS::EC2::KeyPair",
  name: { property: "KeyName", maxLength: 255 },
  identify: (r) => {
    const id = ec2Id(r, "key");
    return {
      physicalId: r.name,
      arn: ec2Arn(r, "key-pair", r.name),
      attributes: { KeyFingerprint: r.invent("fingerprint", { alphabet: "hex", length: 40 }), KeyPairId: id },
    };
  },
  create: (r) => {
    const operation = r.has("PublicKeyMaterial") ? "ImportKeyPair" : "CreateKeyPair";
    const context = { ...requestTags(r.tags), "ec2:CreateAction": [operation] };
    const tags = when(r.tagged, ec2.check("CreateTags", r.arnOfSelf, { cause: "Tags", context }));
    return [
      ec2.call(operation, r.arnOfSelf, { context: requestTags(r.tags), also: tags }),
      ...privateKey(r, "PutParameter"),
    ];
  },
  delete: (r) => [
    ec2.call("DescribeKeyPairs", "*"),
    ec2.call("DeleteKeyPair", r.arnOfSelf),
    ...privateKey(r, "DeleteParameter"),
  ],
};

/** The private half of a new pair is kept as a parameter named after the pair's id. */
function privateKey(r: ResourceView, operation: string): readonly CallSpec[] {
  if (r.has("PublicKeyMaterial")) return [];
  return [ssm.call(operation, r.arn("ssm", `parameter/ec2/keypair/${ec2Id(r, "key")}`))];
}

export const instanceRules: readonly ResourceRule[] = [instance, keyPair];
