import type { DeploySettings, StackTarget } from "../../stack";
import type { CallSpec, CheckSpec } from "../resource-rule";
import { artifactBucketName, bucketArn } from "./artifact-bucket";
import { s3 } from "./cli-services";

/**
 * How the SAM CLI uploads one object: a HEAD request, whose refusal it takes for "not there", then the object itself.
 * Large objects go in parts, which need the same action.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
export function uploadCalls(
  key: string,
  cause: string,
  target: StackTarget,
  settings: DeploySettings,
): readonly CallSpec[] {
  const object = `${bucketArn(target, artifactBucketName(settings))}/${key}`;
  return [
    headCall(object, cause),
    s3.call("PutObject", object, {
      cause,
      category: "data",
      context: encryptionContext(settings),
      also: encryption(target, settings),
    }),
  ];
}

/** The SAM CLI names the encryption in every upload: https://github.com/aws/aws-sam-cli, samcli/lib/package/s3_uploader.py */
function encryptionContext({ artifactKmsKeyId }: DeploySettings): CheckSpec["context"] {
  return artifactKmsKeyId === null
    ? { "s3:x-amz-server-side-encryption": ["AES256"] }
    : {
        "s3:x-amz-server-side-encryption": ["aws:kms"],
        "s3:x-amz-server-side-encryption-aws-kms-key-id": [artifactKmsKeyId],
      };
}

/** `sam delete` looks whether the object is there, and deletes it if it sees it. */
export function removeObjectCalls(
  key: string,
  cause: string,
  target: StackTarget,
  settings: DeploySettings,
): readonly CallSpec[] {
  const object = `${bucketArn(target, artifactBucketName(settings))}/${key}`;
  return [headCall(object, cause), s3.call("DeleteObject", object, { cause, category: "data" })];
}

function headCall(object: string, cause: string): CallSpec {
  return s3.call("HeadObject", object, { action: "s3:GetObject", cause, category: "data", onDenied: "ignored" });
}

/** With `--kms-key-id`; reading parts back together takes `kms:Decrypt`. */
function encryption(target: StackTarget, { artifactKmsKeyId }: DeploySettings): readonly CheckSpec[] {
  if (artifactKmsKeyId === null) return [];
  return ["GenerateDataKey", "Decrypt"].map((name) => kmsCheck(name, artifactKmsKeyId, target));
}

/** A check on the artifact key that S3 makes for whoever reads or writes an object. */
export function kmsCheck(name: string, keyId: string, { partition, region, account }: StackTarget): CheckSpec {
  return {
    action: `kms:${name}`,
    resources: [keyId.startsWith("arn:") ? keyId : `arn:${partition}:kms:${region}:${account}:key/${keyId}`],
    context: { "kms:ViaService": [`s3.${region}.amazonaws.com`] },
    cause: "--kms-key-id",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
    through: ["s3.amazonaws.com"],
  };
}
