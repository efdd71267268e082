import { tagContext } from "../../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainnamev2.html */
const privateDomain: ResourceRule = {
  type: "AWS::ApiGateway::DomainNameV2",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    const arn = r.arn("apigateway", `/domainnames/${r.text("DomainName") ?? r.logicalId}+${id}`);
    return { physicalId: arn, arn, attributes: { DomainNameArn: arn, DomainNameId: id } };
  },
  create: (r) => [
    restCall(r, "POST", "/domainnames", "CreateDomainName", {
      context: tagContext(r),
      also: [...tagCheck(r, domainPath(r)), ...policyCheck(r)],
    }),
    restCall(r, "GET", domainPath(r), "GetDomainName"),
  ],
  update: (r) => [
    ...when(
      r.changed("CertificateArn", "Policy", "EndpointConfiguration", "RoutingMode"),
      restCall(r, "PATCH", domainPath(r), "UpdateDomainName", { cause: "Properties", also: policyCheck(r) }),
    ),
    ...tagUpdate(r, domainPath(r)),
  ],
  delete: (r) => [restCall(r, "DELETE", domainPath(r), "DeleteDomainName")],
};

/** `/domainnames/<name>+<id>`. */
function domainPath(r: ResourceView): string {
  return pathIn(r.identity.physicalId);
}

function pathIn(domainArn: string): string {
  return domainArn.slice(domainArn.indexOf("/domainnames/"));
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html */
function policyCheck(r: ResourceView): readonly CheckSpec[] {
  return when(r.sets("Policy"), {
    action: "apigateway:UpdateDomainNamePolicy",
    resources: [r.arnOfSelf],
    context: {},
    cause: "Policy",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html",
    through: [],
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmappingv2.html */
const privateMapping: ResourceRule = {
  type: "AWS::ApiGateway::BasePathMappingV2",
  identify: (r) => {
    const arn = pathArn(r, mappingPath(r));
    return { physicalId: arn, arn, attributes: { BasePathMappingArn: arn } };
  },
  create: (r) => [restCall(r, "POST", mappingsPath(r), "CreateBasePathMapping")],
  update: (r) => [restCall(r, "PATCH", mappingPath(r), "UpdateBasePathMapping", { cause: "Properties" })],
  delete: (r) => [restCall(r, "DELETE", mappingPath(r), "DeleteBasePathMapping")],
};

function mappingsPath(r: ResourceView): string {
  const domainArn = r.text("DomainNameArn") ?? `/domainnames/${r.invent("domain", { alphabet: "lower", length: 10 })}`;
  return `${pathIn(domainArn)}/basepathmappings`;
}

function mappingPath(r: ResourceView): string {
  return `${mappingsPath(r)}/${r.text("BasePath") || "(none)"}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainnameaccessassociation.html */
const accessAssociation: ResourceRule = {
  type: "AWS::ApiGateway::DomainNameAccessAssociation",
  identify: (r) => {
    const source = `${r.text("AccessAssociationSourceType") ?? "VPCE"}/${r.text("AccessAssociationSource") ?? r.logicalId}`;
    const domain = (r.text("DomainNameArn") ?? r.logicalId).split("/").at(-1) ?? r.logicalId;
    const arn = r.arn("apigateway", `/domainnameaccessassociations/domainname/${domain}/${source.toLowerCase()}`);
    return { physicalId: arn, arn, attributes: { DomainNameAccessAssociationArn: arn } };
  },
  create: (r) => [
    restCall(r, "POST", "/domainnameaccessassociations", "CreateDomainNameAccessAssociation", {
      context: tagContext(r),
      on: r.arn("apigateway", "/domainnameaccessassociations"),
    }),
  ],
  delete: (r) => [
    restCall(r, "DELETE", "/domainnameaccessassociations", "DeleteDomainNameAccessAssociation", { on: r.arnOfSelf }),
  ],
};

export const privateDomainRules: readonly ResourceRule[] = [privateDomain, privateMapping, accessAssociation];
