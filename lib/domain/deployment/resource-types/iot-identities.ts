import type { ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { iot } from "./iot";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-certificate.html */
const certificate: ResourceRule = {
  type: "AWS::IoT::Certificate",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "hex", length: 64 });
    const arn = r.arn("iot", `cert/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, Id: id } };
  },
  create: (r) => [iot.call(registration(r), "*"), iot.call("DescribeCertificate", r.arnOfSelf)],
  update: (r) => when(r.changed("Status"), iot.call("UpdateCertificate", r.arnOfSelf, { cause: "Status" })),
  // Only a certificate that is out of use can be deleted.
  delete: (r) => [iot.call("UpdateCertificate", r.arnOfSelf), iot.call("DeleteCertificate", r.arnOfSelf)],
};

/** From a signing request, or as it comes, with the authority that signed it or without one that is known. */
function registration(r: ResourceView): string {
  if (!r.has("CertificatePem")) return "CreateCertificateFromCsr";
  return r.text("CertificateMode") === "SNI_ONLY" ? "RegisterCertificateWithoutCA" : "RegisterCertificate";
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policyprincipalattachment.html */
const policyAttachment: ResourceRule = {
  type: "AWS::IoT::PolicyPrincipalAttachment",
  identify: (r) => ({ physicalId: `${r.text("PolicyName")}|${r.text("Principal")}`, arn: null, attributes: {} }),
  create: (r) => [iot.call("AttachPolicy", principalOf(r))],
  delete: (r) => [iot.call("DetachPolicy", principalOf(r))],
};

function principalOf(r: ResourceView): string {
  return r.text("Principal") ?? r.arn("iot", `cert/${r.invent("principal", { alphabet: "hex", length: 64 })}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thingprincipalattachment.html */
const thingAttachment: ResourceRule = {
  type: "AWS::IoT::ThingPrincipalAttachment",
  identify: (r) => ({ physicalId: `${r.text("ThingName")}|${r.text("Principal")}`, arn: null, attributes: {} }),
  create: (r) => [iot.call("AttachThingPrincipal", principalOf(r))],
  delete: (r) => [iot.call("DetachThingPrincipal", principalOf(r))],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-rolealias.html */
const roleAlias = plainRule({
  type: "AWS::IoT::RoleAlias",
  service: iot,
  name: { property: "RoleAlias", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("iot", `rolealias/${r.name}`);
    return { physicalId: r.name, arn, attributes: { RoleAliasArn: arn } };
  },
  create: "CreateRoleAlias",
  reads: ["DescribeRoleAlias"],
  update: "UpdateRoleAlias",
  delete: "DeleteRoleAlias",
  checks: (r) => passedRoles(r, "iot.amazonaws.com", "RoleArn"),
});

export const iotIdentityRules: readonly ResourceRule[] = [certificate, policyAttachment, thingAttachment, roleAlias];
