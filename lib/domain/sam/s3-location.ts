import { invalidResource } from "./fault";
import { isGiven, isMap, type Value, type ValueMap } from "./value";

/** A place in S3; `version` where the URI or map names one. Parts of a map may be intrinsics. */
export interface S3Location {
  readonly bucket: Value;
  readonly key: Value;
  readonly version?: Value;
}

/** `s3://bucket/key?versionId=x`; null for anything else. */
export function parseS3Uri(uri: Value | undefined): S3Location | null {
  const match = typeof uri === "string" ? /^s3:\/\/([^/?#]+)(\/[^?#]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(uri) : null;
  if (!match) return null;
  const [, bucket = "", path = "", query = ""] = match;
  if (/[[\]]/.test(bucket)) return null;
  const versions = new URLSearchParams(query).getAll("versionId").filter((version) => version !== "");
  const [version] = versions;
  const location = { bucket, key: path.replace(/^\/+/, "") };
  return version !== undefined && versions.length === 1 ? { ...location, version } : location;
}

/** Reads `Bucket`, `Key` and `Version` of a map, or an S3 URI. */
export function readS3Location(value: Value | undefined, logicalId: string, property: string): S3Location {
  if (isMap(value)) {
    const { Bucket: bucket, Key: key, Version: version } = value;
    if (!isGiven(bucket) || !isGiven(key)) {
      throw invalidResource(logicalId, `'${property}' needs both Bucket and Key.`, `Properties.${property}`);
    }
    return version === undefined ? { bucket, key } : { bucket, key, version };
  }
  const location = parseS3Uri(value);
  if (!location) {
    const message = `'${property}' is no S3 URI such as s3://bucket/key or s3://bucket/key?versionId=version.`;
    throw invalidResource(logicalId, message, `Properties.${property}`);
  }
  return location;
}

/** The same for Lambda code and layers, in Lambda's words. */
export function lambdaS3Location(value: Value | undefined, logicalId: string, property: string): ValueMap {
  if (typeof value === "string" && parameterPathReference.test(value)) {
    const message = `'${property}' cannot be a dynamic reference to a parameter with a path. Use the map form with Bucket and Key.`;
    throw invalidResource(logicalId, message, `Properties.${property}`);
  }
  const { bucket, key, version } = readS3Location(value, logicalId, property);
  const location: ValueMap = { S3Bucket: bucket, S3Key: key };
  if (version !== undefined) location.S3ObjectVersion = version;
  return location;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const parameterPathReference =
  /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):(?=[a-zA-Z0-9_.\-/]*\/)[a-zA-Z0-9_.\-/]+(?::\d+)?\}\}/;
