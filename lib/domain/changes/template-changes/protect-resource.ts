import { findResource, setPath } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const kept = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Cognito::UserPool"];

export const protectResource: TemplateChange = {
  id: "protect-resource",
  title: "Keep a resource with data when the stack is deleted",
  group: "data",
  kinds: ["attr/deletion-policy"],
  apply(document) {
    const found = findResource(document, kept, ({ resource }) => resource.DeletionPolicy === undefined);
    return found ? asUpdate(setPath(document, ["Resources", found.logicalId, "DeletionPolicy"], "Retain")) : null;
  },
};
