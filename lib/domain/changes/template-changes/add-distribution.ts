import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addDistribution: TemplateChange = {
  id: "add-distribution",
  title: "Serve a bucket through CloudFront",
  group: "api",
  kinds: ["add/cloudfront", "cloudfront/changed"],
  apply(document) {
    const bucket = findResource(document, "AWS::S3::Bucket");
    if (!bucket) return null;
    const origin = {
      Id: "bucket",
      DomainName: { "Fn::GetAtt": [bucket.logicalId, "RegionalDomainName"] },
      S3OriginConfig: { OriginAccessIdentity: "" },
    };
    const behaviour = {
      TargetOriginId: "bucket",
      ViewerProtocolPolicy: "redirect-to-https",
      CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    };
    const config = { Enabled: true, Origins: [origin], DefaultCacheBehavior: behaviour };
    const logicalId = freeLogicalId(document, "Website");
    return asUpdate(
      addBeside(document, bucket, logicalId, {
        Type: "AWS::CloudFront::Distribution",
        Properties: { DistributionConfig: config },
      }),
    );
  },
};
