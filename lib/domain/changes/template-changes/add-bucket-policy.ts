import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addBucketPolicy: TemplateChange = {
  id: "add-bucket-policy",
  title: "Refuse unencrypted connections to a bucket",
  group: "security",
  kinds: ["add/bucket-policy", "bucket-policy/resource-policy"],
  apply(document) {
    const bucket = findResource(document, "AWS::S3::Bucket");
    if (!bucket || findResource(document, "AWS::S3::BucketPolicy")) return null;
    const arn = { "Fn::GetAtt": [bucket.logicalId, "Arn"] };
    const refuse = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, { "Fn::Sub": ["$" + "{Bucket}/*", { Bucket: arn }] }],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const properties = {
      Bucket: { Ref: bucket.logicalId },
      PolicyDocument: { Version: "2012-10-17", Statement: [refuse] },
    };
    const logicalId = freeLogicalId(document, `${bucket.logicalId}Policy`);
    return asUpdate(addBeside(document, bucket, logicalId, { Type: "AWS::S3::BucketPolicy", Properties: properties }));
  },
};
