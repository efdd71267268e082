import { sha1Hex } from "../sha1";

/** Where `sam deploy` puts local files. */
export interface ArtifactDestination {
  readonly bucket: string;
  readonly prefix: string | null;
  /** ECR repository without a tag; null: a repository of the companion stack for each function (`--resolve-image-repos`). */
  readonly imageRepositoryUri: string | null;
}

/** What the addresses of uploaded artifacts are made of, beside the destination. */
export interface PackagingTarget {
  readonly region: string;
  readonly account: string;
  readonly stackName: string;
}

/** `--resolve-s3` and `--resolve-image-repos`; the managed bucket's real suffix is not known, so one stands in for it. */
export const managedDestination: ArtifactDestination = {
  bucket: "aws-sam-cli-managed-default-samclisourcebucket-a1b2c3d4e5f6",
  prefix: null,
  imageRepositoryUri: null,
};

/**
 * The object's key. The SAM CLI takes the content's MD5; contents are not known here, so the path stands in for them:
 * the same path always has the same key, and two paths never share one.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-package.html
 */
export function artifactKey(localPath: string, { prefix }: ArtifactDestination, extension: string): string {
  const key = stableHash(localPath, 32) + extension;
  return prefix === null ? key : `${prefix}/${key}`;
}

/** `TemplateURL` takes a path-style URL only. */
export function templateUrl(key: string, { bucket }: ArtifactDestination, { region }: PackagingTarget): string {
  return `https://s3.${region}.${domainOf(region)}/${bucket}/${key}`;
}

/** The SAM CLI tags an image `<name>-<first 12 digits of its id>-<tag>`. */
export function imageUri(
  localImage: string,
  functionId: string,
  { imageRepositoryUri }: ArtifactDestination,
  target: PackagingTarget,
): string {
  const [name = "", tag = "latest"] = localImage.split(":");
  const repository = imageRepositoryUri ?? companionRepositoryUri(functionId, target);
  return `${repository}:${name}-${stableHash(localImage, 12)}-${tag}`;
}

/** Named after stack and function, each with digits of a hash behind it. */
function companionRepositoryUri(functionId: string, { region, account, stackName }: PackagingTarget): string {
  const part = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "") + stableHash(text, 8);
  return `${account}.dkr.ecr.${region}.${domainOf(region)}/${part(stackName)}/${part(functionId)}repo`;
}

function domainOf(region: string): string {
  return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}

function stableHash(text: string, length: number): string {
  return sha1Hex(text).slice(0, length);
}
