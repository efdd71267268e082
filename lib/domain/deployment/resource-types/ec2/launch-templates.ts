import { kmsThrough } from "../../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { ec2, ec2Arn, ec2Id, simpleRule } from "./ec2-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html */
const launchTemplate: ResourceRule = {
  type: "AWS::EC2::LaunchTemplate",
  name: { property: "LaunchTemplateName", maxLength: 128 },
  identify: (r) => {
    const id = ec2Id(r, "lt");
    const attributes = { LaunchTemplateId: id, DefaultVersionNumber: "1", LatestVersionNumber: "1" };
    return { physicalId: id, arn: ec2Arn(r, "launch-template", id), attributes };
  },
  create: (r) => [
    ec2.call("CreateLaunchTemplate", r.arnOfSelf, {
      also: when(
        r.has("TagSpecifications"),
        ec2.check("CreateTags", r.arnOfSelf, {
          cause: "TagSpecifications",
          context: { "ec2:CreateAction": ["CreateLaunchTemplate"] },
        }),
      ),
    }),
  ],
  // Versions are never changed: what differs becomes the next one.
  update: (r) =>
    when(
      r.changed("LaunchTemplateData", "VersionDescription"),
      ec2.call("CreateLaunchTemplateVersion", r.arnOfSelf, { cause: "LaunchTemplateData" }),
    ),
  delete: (r) => [ec2.call("DeleteLaunchTemplate", r.arnOfSelf), ec2.call("DescribeLaunchTemplates", "*")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html */
const volume = simpleRule({
  type: "AWS::EC2::Volume",
  kind: "volume",
  prefix: "vol",
  attributes: ["VolumeId"],
  create: "CreateVolume",
  remove: "DeleteVolume",
  describe: "DescribeVolumes",
  with: (r) => when(r.has("SnapshotId"), r.arn("ec2", `snapshot/${r.text("SnapshotId") ?? "*"}`, { account: "" })),
  checks: keyChecks,
  after: (r) => when(r.has("AutoEnableIO"), ec2.call("ModifyVolumeAttribute", r.arnOfSelf, { cause: "AutoEnableIO" })),
  change: (r) => [
    ...when(
      r.changed("Iops", "MultiAttachEnabled", "Size", "Throughput", "VolumeType"),
      ec2.call("ModifyVolume", r.arnOfSelf, { cause: "Properties" }),
      ec2.call("DescribeVolumesModifications", "*", { cause: "Properties" }),
    ),
    ...when(r.changed("AutoEnableIO"), ec2.call("ModifyVolumeAttribute", r.arnOfSelf, { cause: "AutoEnableIO" })),
  ],
});

/** https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "ec2", source });
  return when(r.has("KmsKeyId"), ...["CreateGrant", "GenerateDataKeyWithoutPlaintext"].map(check));
}

export const launchTemplateRules: readonly ResourceRule[] = [launchTemplate, volume];
