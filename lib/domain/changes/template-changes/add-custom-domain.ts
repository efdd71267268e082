import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addCustomDomain: TemplateChange = {
  id: "add-custom-domain",
  title: "Serve the API under a domain of one's own",
  group: "api",
  kinds: ["add/api-domain", "api-domain/changed", "http-api/domain", "add/route53"],
  apply(document) {
    const api = findResource(
      document,
      ["AWS::Serverless::Api", "AWS::Serverless::HttpApi"],
      ({ properties }) => properties.Domain === undefined,
    );
    if (!api) return null;
    const certificate =
      "arn:$" +
      "{AWS::Partition}:acm:$" +
      "{AWS::Region}:$" +
      "{AWS::AccountId}:certificate/11111111-2222-3333-4444-555555555555";
    const domain = {
      DomainName: "api.example.com",
      CertificateArn: { "Fn::Sub": certificate },
      EndpointConfiguration: "REGIONAL",
      Route53: { HostedZoneId: "Z0123456789ABCDEFGHIJ" },
    };
    return asUpdate(setProperty(document, api.logicalId, ["Domain"], domain));
  },
};
