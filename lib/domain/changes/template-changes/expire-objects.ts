import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const expireObjects: TemplateChange = {
  id: "expire-objects",
  title: "Let the objects of a bucket expire, and keep versions of them",
  group: "data",
  kinds: ["bucket/lifecycle", "bucket/versioning"],
  apply(document) {
    const found = findResource(document, "AWS::S3::Bucket");
    if (!found) return null;
    const rules = [{ Id: "expire-after-a-year", Status: "Enabled", ExpirationInDays: 365 }];
    const expiring = setProperty(document, found.logicalId, ["LifecycleConfiguration"], { Rules: rules });
    return asUpdate(setProperty(expiring, found.logicalId, ["VersioningConfiguration"], { Status: "Enabled" }));
  },
};
