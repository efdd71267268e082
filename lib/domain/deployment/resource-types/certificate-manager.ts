import { awsService } from "../aws-service";
import { readText } from "../read-property";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { anyOfKind, plainRule } from "./plain-rule";

const acm = awsService({
  prefix: "acm",
  documentation: (operation) => `https://docs.aws.amazon.com/acm/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html */
const certificate = plainRule({
  type: "AWS::CertificateManager::Certificate",
  service: acm,
  identify: (r) => {
    const arn = r.arn("acm", `certificate/${r.invent("id", { alphabet: "uuid" })}`);
    return { physicalId: arn, arn, attributes: { CertificateArn: arn } };
  },
  create: "RequestCertificate",
  // CloudFormation waits until the certificate is issued.
  reads: ["DescribeCertificate"],
  update: "UpdateCertificateOptions",
  delete: "DeleteCertificate",
  gone: "DescribeCertificate",
  on: { RequestCertificate: anyOfKind("acm", "certificate") },
  // Tags come in a call of their own after the request.
  tags: "after-create",
  tagNames: { tag: "AddTagsToCertificate", untag: "RemoveTagsFromCertificate" },
  checksOnce: (r) => [...validationRecords(r), ...privateAuthority(r)],
});

/** CloudFormation puts the validation records into the zones that it is given. */
function validationRecords(r: ResourceView): readonly CheckSpec[] {
  const zones = r.list("DomainValidationOptions").flatMap(({ HostedZoneId }) => readText(HostedZoneId) ?? []);
  return [...new Set(zones)].map((zone) => ({
    action: "route53:ChangeResourceRecordSets",
    resources: [r.arn("route53", `hostedzone/${zone}`, { region: "", account: "" })],
    context: { "route53:ChangeResourceRecordSetsRecordTypes": ["CNAME"] },
    cause: "DomainValidationOptions",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html",
    through: [],
  }));
}

/** https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-private.html */
function privateAuthority(r: ResourceView): readonly CheckSpec[] {
  const authority = r.text("CertificateAuthorityArn");
  if (authority === undefined) return [];
  return ["IssueCertificate", "GetCertificate"].map((name) => ({
    action: `acm-pca:${name}`,
    resources: [authority],
    context: {},
    cause: "CertificateAuthorityArn",
    source: "https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-private.html",
    through: ["acm.amazonaws.com"],
  }));
}

export const certificateManagerRules: readonly ResourceRule[] = [certificate];
