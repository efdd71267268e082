import { awsService } from "../../aws-service";
import { tagContext } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";

const gateway = awsService({
  prefix: "apigateway",
  documentation: () =>
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html",
});

/** Private domains belong to an account, which other paths of API Gateway do not name. */
function accountCall(
  verb: "GET" | "POST" | "PATCH" | "DELETE",
  on: string,
  operation: string,
  options: { readonly cause?: string; readonly also?: readonly CheckSpec[] } = {},
): CallSpec {
  return gateway.call(operation, on, { ...options, action: `apigateway:${verb}` });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainnamev2.html */
const privateDomain: ResourceRule = {
  type: "AWS::ApiGateway::DomainNameV2",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    const arn = r.arn("apigateway", `/domainnames/${r.text("DomainName") ?? r.name}+${id}`);
    return { physicalId: arn, arn, attributes: { DomainNameArn: arn, DomainNameId: id } };
  },
  create: (r) => [
    restCall(r, "POST", "/domainnames", "CreateDomainName", {
      context: tagContext(r),
      also: [
        ...tagCheck(r, `/domainnames/${r.text("DomainName") ?? r.name}`),
        ...when(
          r.has("Policy"),
          gateway.check("UpdateDomainNamePolicy", pathArn(r, "/domainnames"), { cause: "Policy" }),
        ),
      ],
    }),
    // The domain is ready when its status says so.
    accountCall("GET", r.arnOfSelf, "GetDomainName"),
  ],
  update: (r) => [
    ...when(
      r.changed("CertificateArn", "Policy", "RoutingMode", "EndpointAccessMode"),
      accountCall("PATCH", r.arnOfSelf, "UpdateDomainName", {
        cause: "Properties",
        also: when(r.changed("Policy"), gateway.check("UpdateDomainNamePolicy", r.arnOfSelf, { cause: "Policy" })),
      }),
      accountCall("GET", r.arnOfSelf, "GetDomainName", { cause: "Properties" }),
    ),
    ...tagUpdate(r, `/domainnames/${r.text("DomainName") ?? r.name}`),
  ],
  delete: (r) => [accountCall("DELETE", r.arnOfSelf, "DeleteDomainName")],
};

/** `/domainnames/<name>+<id>` of the domain that a property names by its ARN. */
function domainPath(r: ResourceView): string {
  const given = r.text("DomainNameArn")?.replace(/^.*:(?=\/domainnames\/)/, "");
  return given ?? `/domainnames/${r.invent("domain", { alphabet: "lower", length: 12 })}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmappingv2.html */
const basePathMapping: ResourceRule = {
  type: "AWS::ApiGateway::BasePathMappingV2",
  identify: (r) => {
    const arn = pathArn(r, `${domainPath(r)}/basepathmappings/${r.text("BasePath") || "(none)"}`);
    return { physicalId: arn, arn, attributes: { BasePathMappingArn: arn } };
  },
  create: (r) => [restCall(r, "POST", `${domainPath(r)}/basepathmappings`, "CreateBasePathMapping")],
  update: (r) => [accountCall("PATCH", r.arnOfSelf, "UpdateBasePathMapping", { cause: "Properties" })],
  delete: (r) => [accountCall("DELETE", r.arnOfSelf, "DeleteBasePathMapping")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainnameaccessassociation.html */
const accessAssociation: ResourceRule = {
  type: "AWS::ApiGateway::DomainNameAccessAssociation",
  identify: (r) => {
    const name = domainPath(r).replace("/domainnames/", "");
    const source = r.text("AccessAssociationSource") ?? `vpce-${r.invent("source", { alphabet: "hex", length: 17 })}`;
    const arn = r.arn("apigateway", `/domainnameaccessassociations/domainname/${name}/vpcesource/${source}`);
    return { physicalId: arn, arn, attributes: { DomainNameAccessAssociationArn: arn } };
  },
  create: (r) => [
    accountCall("POST", r.arn("apigateway", "/domainnameaccessassociations"), "CreateDomainNameAccessAssociation", {
      also: [
        gateway.check("CreateAccessAssociation", r.text("DomainNameArn") ?? r.arn("apigateway", domainPath(r)), {
          cause: "DomainNameArn",
        }),
      ],
    }),
    accountCall("GET", r.arn("apigateway", "/domainnameaccessassociations"), "GetDomainNameAccessAssociations"),
  ],
  delete: (r) => [accountCall("DELETE", r.arnOfSelf, "DeleteDomainNameAccessAssociation")],
};

export const privateDomainRules: readonly ResourceRule[] = [privateDomain, basePathMapping, accessAssociation];
