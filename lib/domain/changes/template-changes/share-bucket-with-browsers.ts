import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const shareBucketWithBrowsers: TemplateChange = {
  id: "share-bucket-with-browsers",
  title: "Let browsers upload to a bucket (CORS), and keep it private",
  group: "data",
  kinds: ["bucket/cors", "bucket/public-access"],
  apply(document) {
    const found = findResource(document, "AWS::S3::Bucket");
    if (!found) return null;
    const rule = { AllowedMethods: ["PUT"], AllowedOrigins: ["https://www.example.com"], AllowedHeaders: ["*"] };
    const shared = setProperty(document, found.logicalId, ["CorsConfiguration"], { CorsRules: [rule] });
    const block = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    return asUpdate(setProperty(shared, found.logicalId, ["PublicAccessBlockConfiguration"], block));
  },
};
