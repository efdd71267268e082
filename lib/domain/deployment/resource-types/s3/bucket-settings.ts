/** A property of a bucket, the call that sets it, the one that takes it away, and the actions that S3 checks for both. */
export interface BucketSetting {
  readonly property: string;
  readonly put: string;
  readonly putAction: string;
  readonly remove: string;
  readonly removeAction: string;
}

/**
 * S3's actions are not named after its operations.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const bucketSettings: readonly BucketSetting[] = [
  setting("AccelerateConfiguration", "PutBucketAccelerateConfiguration", "s3:PutAccelerateConfiguration"),
  setting(
    "AnalyticsConfigurations",
    "PutBucketAnalyticsConfiguration",
    "s3:PutAnalyticsConfiguration",
    "DeleteBucketAnalyticsConfiguration",
  ),
  setting("BucketEncryption", "PutBucketEncryption", "s3:PutEncryptionConfiguration", "DeleteBucketEncryption"),
  setting("CorsConfiguration", "PutBucketCors", "s3:PutBucketCORS", "DeleteBucketCors"),
  setting(
    "IntelligentTieringConfigurations",
    "PutBucketIntelligentTieringConfiguration",
    "s3:PutIntelligentTieringConfiguration",
    "DeleteBucketIntelligentTieringConfiguration",
  ),
  setting(
    "InventoryConfigurations",
    "PutBucketInventoryConfiguration",
    "s3:PutInventoryConfiguration",
    "DeleteBucketInventoryConfiguration",
  ),
  setting(
    "LifecycleConfiguration",
    "PutBucketLifecycleConfiguration",
    "s3:PutLifecycleConfiguration",
    "DeleteBucketLifecycle",
  ),
  setting("LoggingConfiguration", "PutBucketLogging", "s3:PutBucketLogging"),
  setting(
    "MetricsConfigurations",
    "PutBucketMetricsConfiguration",
    "s3:PutMetricsConfiguration",
    "DeleteBucketMetricsConfiguration",
  ),
  setting("NotificationConfiguration", "PutBucketNotificationConfiguration", "s3:PutBucketNotification"),
  setting("ObjectLockConfiguration", "PutObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"),
  setting(
    "OwnershipControls",
    "PutBucketOwnershipControls",
    "s3:PutBucketOwnershipControls",
    "DeleteBucketOwnershipControls",
  ),
  setting(
    "PublicAccessBlockConfiguration",
    "PutPublicAccessBlock",
    "s3:PutBucketPublicAccessBlock",
    "DeletePublicAccessBlock",
  ),
  setting(
    "ReplicationConfiguration",
    "PutBucketReplication",
    "s3:PutReplicationConfiguration",
    "DeleteBucketReplication",
  ),
  setting("VersioningConfiguration", "PutBucketVersioning", "s3:PutBucketVersioning"),
  {
    ...setting("WebsiteConfiguration", "PutBucketWebsite", "s3:PutBucketWebsite", "DeleteBucketWebsite"),
    removeAction: "s3:DeleteBucketWebsite",
  },
];

/** Where S3 has no operation that deletes, the setting is put back to its default. */
function setting(property: string, put: string, putAction: string, remove: string = put): BucketSetting {
  return { property, put, putAction, remove, removeAction: putAction };
}

/** CloudTrail shortens some names. https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html */
export const bucketEventNames: Readonly<Record<string, string>> = {
  PutBucketAccelerateConfiguration: "PutAccelerateConfiguration",
  PutBucketAnalyticsConfiguration: "PutAnalyticsConfiguration",
  PutBucketInventoryConfiguration: "PutInventoryConfiguration",
  PutBucketLifecycleConfiguration: "PutBucketLifecycle",
  PutBucketMetricsConfiguration: "PutMetricsConfiguration",
  PutBucketNotificationConfiguration: "PutBucketNotification",
  PutPublicAccessBlock: "PutBucketPublicAccessBlock",
  DeletePublicAccessBlock: "DeleteBucketPublicAccessBlock",
};
