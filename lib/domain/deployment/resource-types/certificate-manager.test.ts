import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const certificate = (properties = {}) => ({
  Certificate: {
    Type: "AWS::CertificateManager::Certificate",
    Properties: { DomainName: "example.com", ...properties },
  },
});

describe("AWS::CertificateManager::Certificate", () => {
  it("is requested and watched until it is issued", () => {
    expect(probeActions(certificate(), "create")).toEqual(["acm:RequestCertificate", "acm:DescribeCertificate"]);
    expect(probeChecks(certificate(), "create")[0]?.resources).toEqual([
      "arn:aws:acm:eu-central-1:123456789012:certificate/*",
    ]);
  });

  it("puts validation records only into zones that it is given", () => {
    const zone = certificate({ DomainValidationOptions: [{ DomainName: "example.com", HostedZoneId: "Z111" }] });
    const change = probeChecks(zone, "create").find(({ action }) => action === "route53:ChangeResourceRecordSets");
    expect(change?.resources).toEqual(["arn:aws:route53:::hostedzone/Z111"]);
    const mail = certificate({
      DomainValidationOptions: [{ DomainName: "a.example.com", ValidationDomain: "example.com" }],
    });
    expect(probeActions(mail, "create")).not.toContain("route53:ChangeResourceRecordSets");
  });

  it("lets a private authority issue it", () => {
    const authority = "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/1";
    const checks = probeChecks(certificate({ CertificateAuthorityArn: authority }), "create");
    expect(checks.find(({ action }) => action === "acm-pca:IssueCertificate")?.resources).toEqual([authority]);
  });

  it("is tagged in a call of its own after the request", () => {
    expect(probeActions(certificate({ Tags: [{ Key: "team", Value: "shop" }] }), "create")).toEqual([
      "acm:RequestCertificate",
      "acm:AddTagsToCertificate",
      "acm:DescribeCertificate",
    ]);
  });
});
