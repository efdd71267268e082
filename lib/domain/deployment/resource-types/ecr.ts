import { awsService } from "../aws-service";
import { kmsThrough, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";

const ecr = awsService({
  prefix: "ecr",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html */
const repository: ResourceRule = {
  type: "AWS::ECR::Repository",
  name: { property: "RepositoryName", maxLength: 256, lowerCase: true },
  identify: (r) => {
    const arn = r.arn("ecr", `repository/${r.name}`);
    const uri = `${r.target.account}.dkr.ecr.${r.target.region}.amazonaws.com/${r.name}`;
    return { physicalId: r.name, arn, attributes: { Arn: arn, RepositoryUri: uri } };
  },
  create: (r) => [
    ecr.call("CreateRepository", r.arnOfSelf, {
      context: tagContext(r),
      also: [...tagOnCreate(ecr, r), ...keyChecks(r)],
    }),
    ...policyCalls(r),
  ],
  read: (r) => [ecr.call("DescribeRepositories", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  // What is given is put whatever has changed, and the repository read.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-ecr, repository/UpdateHandler.java
  update: (r) => [
    ...policyCalls(r),
    ...when(
      r.removed("RepositoryPolicyText"),
      ecr.call("DeleteRepositoryPolicy", r.arnOfSelf, { cause: "RepositoryPolicyText" }),
    ),
    ...when(r.removed("LifecyclePolicy"), ecr.call("DeleteLifecyclePolicy", r.arnOfSelf, { cause: "LifecyclePolicy" })),
    ...when(
      r.has("ImageTagMutability"),
      ecr.call("PutImageTagMutability", r.arnOfSelf, { cause: "ImageTagMutability" }),
    ),
    ...when(
      r.has("ImageScanningConfiguration"),
      ecr.call("PutImageScanningConfiguration", r.arnOfSelf, { cause: "ImageScanningConfiguration" }),
    ),
    ecr.call("DescribeRepositories", r.arnOfSelf, { cause: "Properties" }),
    ...tagChanges(ecr, r),
  ],
  delete: (r) => [ecr.call("DeleteRepository", r.arnOfSelf)],
};

function policyCalls(r: ResourceView): readonly CallSpec[] {
  return [
    ...when(r.has("LifecyclePolicy"), ecr.call("PutLifecyclePolicy", r.arnOfSelf, { cause: "LifecyclePolicy" })),
    ...when(
      r.has("RepositoryPolicyText"),
      ecr.call("SetRepositoryPolicy", r.arnOfSelf, { cause: "RepositoryPolicyText" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "EncryptionConfiguration.KmsKey";
  const source = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html";
  return when(
    r.has(path),
    ...["CreateGrant", "DescribeKey"].map((name) => kmsThrough(r, name, { path, service: "ecr", source })),
  );
}

export const ecrRules: readonly ResourceRule[] = [repository];
