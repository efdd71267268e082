import { freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addBucketWithNotification: TemplateChange = {
  id: "add-bucket-with-notification",
  title: "Add a bucket and a function that its uploads trigger",
  group: "trigger",
  kinds: ["add/function:trigger=S3", "bucket/notification"],
  apply(document) {
    const bucket = freeLogicalId(document, "Uploads");
    const event = { Type: "S3", Properties: { Bucket: { Ref: bucket }, Events: "s3:ObjectCreated:*" } };
    return addFunctionWith(document, "Receive", { Uploaded: event }, { [bucket]: { Type: "AWS::S3::Bucket" } });
  },
};
