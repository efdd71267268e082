import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addBucket: TemplateChange = {
  id: "add-bucket",
  title: "Add a bucket that is encrypted and not public",
  group: "data",
  kinds: ["add/bucket"],
  apply: (document) => asUpdate(addResource(document, freeLogicalId(document, "Archive"), bucket)),
};

const bucket = {
  Type: "AWS::S3::Bucket",
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  },
};
