import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const authority = (properties = {}) => ({
  Root: { Type: "AWS::ACMPCA::CertificateAuthority", Properties: { Type: "ROOT", ...properties } },
});
const given = "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/1";
const child = (type: string, properties = {}) => ({
  Child: { Type: `AWS::ACMPCA::${type}`, Properties: { CertificateAuthorityArn: given, ...properties } },
});

describe("AWS::ACMPCA::CertificateAuthority", () => {
  it("is made and ready when its signing request can be read", () => {
    expect(probeActions(authority(), "create")).toEqual([
      "acm-pca:CreateCertificateAuthority",
      "acm-pca:DescribeCertificateAuthority",
      "acm-pca:GetCertificateAuthorityCsr",
    ]);
  });

  it("is changed or only tagged", () => {
    const revoking = authority({ RevocationConfiguration: { CrlConfiguration: { Enabled: false } } });
    expect(probeActions(revoking, "update", { before: authority() })).toEqual(["acm-pca:UpdateCertificateAuthority"]);
    const tagged = authority({ Tags: [{ Key: "team", Value: "shop" }] });
    expect(probeActions(tagged, "update", { before: authority() })).toEqual(["acm-pca:TagCertificateAuthority"]);
  });
});

describe("what an authority issues and allows", () => {
  it("issues a certificate with the template that it names", () => {
    const template = "arn:aws:acm-pca:::template/RootCACertificate/V1";
    const [issued] = probeChecks(child("Certificate", { TemplateArn: template }), "create");
    expect(issued).toMatchObject({ resources: [given], context: { "acm-pca:TemplateArn": [template] } });
    expect(probeChecks(child("Certificate"), "create")[0]?.context).not.toHaveProperty("acm-pca:TemplateArn");
  });

  it("is activated, and set to a status where one is given", () => {
    const type = "CertificateAuthorityActivation";
    expect(probeActions(child(type), "create")).toEqual(["acm-pca:ImportCertificateAuthorityCertificate"]);
    expect(probeActions(child(type, { Status: "ACTIVE" }), "create")).toContain("acm-pca:UpdateCertificateAuthority");
  });

  it("permits a principal and takes that away again", () => {
    const permission = child("Permission", { Principal: "acm.amazonaws.com", Actions: ["IssueCertificate"] });
    expect(probeActions(permission, "create")).toEqual(["acm-pca:CreatePermission"]);
    expect(probeActions(permission, "delete")).toEqual(["acm-pca:DeletePermission"]);
  });
});
