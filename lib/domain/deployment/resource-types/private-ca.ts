import { awsService } from "../aws-service";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const pca = awsService({
  prefix: "acm-pca",
  documentation: (operation) => `https://docs.aws.amazon.com/privateca/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-acmpca-certificateauthority.html */
const authority = plainRule({
  type: "AWS::ACMPCA::CertificateAuthority",
  service: pca,
  identify: (r) => {
    const arn = r.arn("acm-pca", `certificate-authority/${r.invent("id", { alphabet: "uuid" })}`);
    const request = r.invent("request", { alphabet: "mixed", length: 64 });
    return { physicalId: arn, arn, attributes: { Arn: arn, CertificateSigningRequest: request } };
  },
  create: "CreateCertificateAuthority",
  // The authority is ready when its signing request can be read.
  reads: ["DescribeCertificateAuthority", "GetCertificateAuthorityCsr"],
  delete: "DeleteCertificateAuthority",
  gone: "DescribeCertificateAuthority",
  on: { CreateCertificateAuthority: anything },
  tagNames: { tag: "TagCertificateAuthority", untag: "UntagCertificateAuthority" },
  change: (r) =>
    when(
      r.changed("RevocationConfiguration"),
      pca.call("UpdateCertificateAuthority", r.arnOfSelf, { cause: "RevocationConfiguration" }),
    ),
});

function authorityArn(r: ResourceView): string {
  const unknown = () => r.arn("acm-pca", `certificate-authority/${r.invent("authority", { alphabet: "uuid" })}`);
  return r.text("CertificateAuthorityArn") ?? unknown();
}

function onAuthority(r: ResourceView, operation: string, context: CheckSpec["context"] = {}): CallSpec {
  return pca.call(operation, authorityArn(r), { context });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-acmpca-certificate.html */
const certificate: ResourceRule = {
  type: "AWS::ACMPCA::Certificate",
  identify: (r) => {
    const arn = `${authorityArn(r)}/certificate/${r.invent("id", { alphabet: "hex", length: 32 })}`;
    return {
      physicalId: arn,
      arn,
      attributes: { Arn: arn, Certificate: r.invent("body", { alphabet: "mixed", length: 64 }) },
    };
  },
  create: (r) => {
    const template = r.text("TemplateArn");
    return [
      onAuthority(r, "IssueCertificate", template === undefined ? {} : { "acm-pca:TemplateArn": [template] }),
      onAuthority(r, "GetCertificate"),
    ];
  },
  // A certificate stays issued; CloudFormation only lets go of it.
  delete: () => [],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-acmpca-certificateauthorityactivation.html */
const activation: ResourceRule = {
  type: "AWS::ACMPCA::CertificateAuthorityActivation",
  identify: (r) => ({
    physicalId: authorityArn(r),
    arn: null,
    attributes: { CompleteCertificateChain: r.invent("chain", { alphabet: "mixed", length: 64 }) },
  }),
  create: (r) => [
    onAuthority(r, "ImportCertificateAuthorityCertificate"),
    ...when(r.has("Status"), pca.call("UpdateCertificateAuthority", authorityArn(r), { cause: "Status" })),
  ],
  update: (r) => [
    ...when(
      r.changed("Certificate", "CertificateChain"),
      pca.call("ImportCertificateAuthorityCertificate", authorityArn(r), { cause: "Certificate" }),
    ),
    ...when(r.changed("Status"), pca.call("UpdateCertificateAuthority", authorityArn(r), { cause: "Status" })),
  ],
  delete: (r) => [onAuthority(r, "UpdateCertificateAuthority")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-acmpca-permission.html */
const permission: ResourceRule = {
  type: "AWS::ACMPCA::Permission",
  identify: (r) => ({ physicalId: `${authorityArn(r)}|${r.text("Principal") ?? ""}`, arn: null, attributes: {} }),
  create: (r) => [onAuthority(r, "CreatePermission")],
  delete: (r) => [onAuthority(r, "DeletePermission")],
};

export const privateCaRules: readonly ResourceRule[] = [authority, certificate, activation, permission];
