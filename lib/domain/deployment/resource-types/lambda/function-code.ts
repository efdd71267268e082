import { readAssumed } from "../../invented-id";
import type { CheckSpec, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";

/** Lambda fetches code with the caller's permissions: an object, or an image. */
export function codeChecks(r: ResourceView): readonly CheckSpec[] {
  return [...objectChecks(r, "Code"), ...imageChecks(r)];
}

/** `S3Bucket`, `S3Key` and `S3ObjectVersion` below a property. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html */
export function objectChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const bucket = r.text(`${path}.S3Bucket`);
  const key = r.text(`${path}.S3Key`);
  if (bucket === undefined || key === undefined) return [];
  const action = r.has(`${path}.S3ObjectVersion`) ? "s3:GetObjectVersion" : "s3:GetObject";
  return [
    {
      action,
      resources: [`arn:${r.target.partition}:s3:::${bucket}/${key}`],
      context: {},
      cause: `${path}.S3Key`,
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html",
      through: ["lambda.amazonaws.com"],
    },
    ...when(r.settings.artifactKmsKeyId !== null, ...decryptChecks(r, path)),
  ];
}

function decryptChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const keyId = r.settings.artifactKmsKeyId;
  if (keyId === null) return [];
  return [
    {
      action: "kms:Decrypt",
      resources: [keyId.startsWith("arn:") ? keyId : r.arn("kms", `key/${keyId}`)],
      context: { "kms:ViaService": [`s3.${r.target.region}.amazonaws.com`] },
      cause: `${path}.S3Key`,
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
      through: ["lambda.amazonaws.com", "s3.amazonaws.com"],
    },
  ];
}

/**
 * For an image of the same account whose repository's policy does not admit it, Lambda reads that policy and adds itself;
 * a repository of the SAM CLI's companion stack admits it from the start.
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions
 */
function imageChecks(r: ResourceView): readonly CheckSpec[] {
  const uri = r.text("Code.ImageUri");
  const parts = uri === undefined ? null : /^(\d{12})\.dkr\.ecr\.([\w-]+)\.[^/]+\/([^:@]+)/.exec(uri);
  const [account, region, repository] = [parts?.[1], parts?.[2], parts?.[3]];
  if (account !== r.target.account || repository === undefined || region === undefined) return [];
  if (r.settings.account.repositoriesAdmitLambda || isCompanion(readAssumed(repository))) return [];
  return ["GetRepositoryPolicy", "SetRepositoryPolicy"].map((name) => ({
    action: `ecr:${name}`,
    resources: [r.arn("ecr", `repository/${repository}`, { region })],
    context: {},
    cause: "Code.ImageUri",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions",
    through: ["lambda.amazonaws.com"],
  }));
}

/** Companion repositories are named `<stack><hash>/<function><hash>repo`. */
function isCompanion(repository: string): boolean {
  return /^[a-z0-9]+\/[a-z0-9]+repo$/.test(repository);
}
