/**
 * IAM actions behind operations of S3's API that are named differently. The operations are printed in two spellings: as
 * the API names them, and as an SDK for Java did (`SetBucketWebsiteConfiguration`), which CloudFormation used to show.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const s3Actions: Readonly<Record<string, string>> = {
  abortmultipartupload: "AbortMultipartUpload",
  completemultipartupload: "PutObject",
  createmultipartupload: "PutObject",
  deletebucketcors: "PutBucketCORS",
  deletebucketencryption: "PutEncryptionConfiguration",
  deletebucketlifecycle: "PutLifecycleConfiguration",
  deletebucketreplication: "PutReplicationConfiguration",
  deletebuckettagging: "PutBucketTagging",
  deleteobjects: "DeleteObject",
  deletepublicaccessblock: "PutBucketPublicAccessBlock",
  getbucketaccelerateconfiguration: "GetAccelerateConfiguration",
  getbucketencryption: "GetEncryptionConfiguration",
  getbucketlifecycleconfiguration: "GetLifecycleConfiguration",
  getbucketnotificationconfiguration: "GetBucketNotification",
  getbucketreplication: "GetReplicationConfiguration",
  getpublicaccessblock: "GetBucketPublicAccessBlock",
  headbucket: "ListBucket",
  headobject: "GetObject",
  listobjects: "ListBucket",
  listobjectsv2: "ListBucket",
  putbucketaccelerateconfiguration: "PutAccelerateConfiguration",
  putbucketanalyticsconfiguration: "PutAnalyticsConfiguration",
  putbucketencryption: "PutEncryptionConfiguration",
  putbucketinventoryconfiguration: "PutInventoryConfiguration",
  putbucketlifecycleconfiguration: "PutLifecycleConfiguration",
  putbucketmetricsconfiguration: "PutMetricsConfiguration",
  putbucketnotificationconfiguration: "PutBucketNotification",
  putbucketreplication: "PutReplicationConfiguration",
  putpublicaccessblock: "PutBucketPublicAccessBlock",
  setbucketaccelerateconfiguration: "PutAccelerateConfiguration",
  setbucketcrossoriginconfiguration: "PutBucketCORS",
  setbucketencryption: "PutEncryptionConfiguration",
  setbucketlifecycleconfiguration: "PutLifecycleConfiguration",
  setbucketloggingconfiguration: "PutBucketLogging",
  setbucketnotificationconfiguration: "PutBucketNotification",
  setbucketpolicy: "PutBucketPolicy",
  setbucketreplicationconfiguration: "PutReplicationConfiguration",
  setbuckettaggingconfiguration: "PutBucketTagging",
  setbucketversioningconfiguration: "PutBucketVersioning",
  setbucketwebsiteconfiguration: "PutBucketWebsite",
  setpublicaccessblock: "PutBucketPublicAccessBlock",
  uploadpart: "PutObject",
};

/** The IAM action of what a log names as `service:Operation`; service prefixes are lower-case in IAM, whoever prints them. */
export function toIamAction(printed: string): string {
  const colon = printed.indexOf(":");
  const service = printed.slice(0, colon).toLowerCase();
  const operation = printed.slice(colon + 1);
  const renamed = service === "s3" ? s3Actions[operation.toLowerCase()] : undefined;
  return `${service}:${renamed ?? operation}`;
}
