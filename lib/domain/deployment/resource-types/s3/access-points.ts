import { awsService } from "../../aws-service";
import type { CallSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { anything, plainRule } from "../plain-rule";

const s3Control = awsService({
  prefix: "s3",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html */
const accessPoint: ResourceRule = plainRule({
  type: "AWS::S3::AccessPoint",
  service: s3Control,
  name: { property: "Name", maxLength: 50, lowerCase: true },
  identify: (r) => {
    const arn = r.arn("s3", `accesspoint/${r.name}`);
    const alias = `${r.name}-${r.invent("alias", { alphabet: "lower", length: 34 })}-s3alias`;
    const origin = r.has("VpcConfiguration") ? "VPC" : "Internet";
    return { physicalId: r.name, arn, attributes: { Alias: alias, Arn: arn, Name: r.name, NetworkOrigin: origin } };
  },
  create: "CreateAccessPoint",
  // Settings of public access count as a permission of their own.
  checksOnce: (r) =>
    when(
      r.has("PublicAccessBlockConfiguration"),
      s3Control.check("PutAccessPointPublicAccessBlock", "*", {
        cause: "PublicAccessBlockConfiguration",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      }),
    ),
  settings: policyCalls,
  reads: ["GetAccessPoint"],
  delete: "DeleteAccessPoint",
  on: { GetAccessPoint: anything },
  change: (r) => [
    ...policyCalls(r),
    ...when(r.removed("Policy"), s3Control.call("DeleteAccessPointPolicy", r.arnOfSelf, { cause: "Policy" })),
  ],
});

function policyCalls(r: ResourceView): readonly CallSpec[] {
  return when(r.sets("Policy"), s3Control.call("PutAccessPointPolicy", r.arnOfSelf, { cause: "Policy" }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3objectlambda-accesspoint.html */
const objectLambda = plainRule({
  type: "AWS::S3ObjectLambda::AccessPoint",
  service: s3Control,
  name: { property: "Name", maxLength: 45, lowerCase: true },
  identify: (r) => {
    const arn = r.arn("s3-object-lambda", `accesspoint/${r.name}`);
    const alias = `${r.name}-${r.invent("alias", { alphabet: "lower", length: 34 })}--ol-s3`;
    const attributes = {
      "Alias.Status": "READY",
      "Alias.Value": alias,
      Arn: arn,
      CreationDate: "",
      "PolicyStatus.IsPublic": false,
    };
    return { physicalId: r.name, arn, attributes };
  },
  create: "CreateAccessPointForObjectLambda",
  reads: [
    "GetAccessPointForObjectLambda",
    "GetAccessPointConfigurationForObjectLambda",
    "GetAccessPointPolicyStatusForObjectLambda",
  ],
  update: "PutAccessPointConfigurationForObjectLambda",
  delete: "DeleteAccessPointForObjectLambda",
});

export const accessPointRules: readonly ResourceRule[] = [accessPoint, objectLambda];
