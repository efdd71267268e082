import { tagContext } from "../../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { httpCall, pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";

/** REST and HTTP APIs share the path `/domainnames`. */
const domainName = (type: string, call: typeof restCall): ResourceRule => ({
  type,
  identify: (r) => {
    const name = r.text("DomainName") ?? r.invent("domain", { alphabet: "lower", length: 12 });
    const host = `d-${r.invent("host", { alphabet: "lower", length: 10 })}.execute-api.${r.target.region}.amazonaws.com`;
    const arn = pathArn(r, `/domainnames/${name}`);
    const attributes = {
      RegionalDomainName: host,
      RegionalHostedZoneId: r.invent("zone", { alphabet: "upper", length: 14 }),
      DistributionDomainName: `${r.invent("distribution", { alphabet: "lower", length: 14 })}.cloudfront.net`,
      DistributionHostedZoneId: "Z2FDTNDATAQYW2",
      DomainNameArn: arn,
    };
    return { physicalId: name, arn, attributes };
  },
  create: (r) => [
    call(r, "POST", "/domainnames", "CreateDomainName", {
      context: tagContext(r),
      also: [...tagCheck(r, pathOf(r)), ...trustCheck(r, "Add", "/domainnames"), ...linkedRole(r)],
    }),
    // The domain is ready when its status says so.
    call(r, "GET", pathOf(r), "GetDomainName"),
  ],
  update: (r) => [
    call(r, "PATCH", pathOf(r), "UpdateDomainName", {
      cause: "Properties",
      also: [
        ...trustCheck(r, "Add", pathOf(r)),
        ...when(r.removed(trust), ...trustCheck(r.before, "Remove", pathOf(r))),
      ],
    }),
    ...tagUpdate(r, pathOf(r)),
  ],
  delete: (r) => [call(r, "DELETE", pathOf(r), "DeleteDomainName")],
});

function pathOf(r: ResourceView): string {
  return `/domainnames/${r.identity.physicalId}`;
}

const trust = "MutualTlsAuthentication";

/**
 * What clients' certificates are trusted is checked apart from the domain itself.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html
 */
function trustCheck(r: ResourceView, change: "Add" | "Remove", path: string): readonly CheckSpec[] {
  return when(r.sets(trust), {
    action: `apigateway:${change === "Add" ? "AddCertificateToDomain" : "RemoveCertificateFromDomain"}`,
    resources: [pathArn(r, path)],
    context: {},
    cause: trust,
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html",
    through: [],
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  if (r.settings.account.serviceLinkedRolesExist) return [];
  const service = "ops.apigateway.amazonaws.com";
  return [
    {
      action: "iam:CreateServiceLinkedRole",
      resources: [r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForAPIGateway`, { region: "" })],
      context: { "iam:AWSServiceName": [service] },
      cause: "Type",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/using-service-linked-roles.html",
      through: ["apigateway.amazonaws.com"],
    },
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmapping.html */
const basePathMapping: ResourceRule = {
  type: "AWS::ApiGateway::BasePathMapping",
  identify: (r) => ({ physicalId: `${domainOf(r)}|${basePath(r)}`, arn: pathArn(r, mappingPath(r)), attributes: {} }),
  create: (r) => [restCall(r, "POST", `/domainnames/${domainOf(r)}/basepathmappings`, "CreateBasePathMapping")],
  update: (r) => [restCall(r, "PATCH", mappingPath(r), "UpdateBasePathMapping", { cause: "Properties" })],
  delete: (r) => [restCall(r, "DELETE", mappingPath(r), "DeleteBasePathMapping")],
};

function domainOf(r: ResourceView): string {
  return r.text("DomainName") ?? r.invent("domain", { alphabet: "lower", length: 12 });
}

function basePath(r: ResourceView): string {
  return r.text("BasePath") || "(none)";
}

function mappingPath(r: ResourceView): string {
  return `/domainnames/${domainOf(r)}/basepathmappings/${basePath(r)}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apimapping.html */
const apiMapping: ResourceRule = {
  type: "AWS::ApiGatewayV2::ApiMapping",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 6 });
    return {
      physicalId: id,
      arn: pathArn(r, `/domainnames/${domainOf(r)}/apimappings/${id}`),
      attributes: { ApiMappingId: id },
    };
  },
  create: (r) => [httpCall(r, "POST", `/domainnames/${domainOf(r)}/apimappings`, "CreateApiMapping")],
  update: (r) => [httpCall(r, "PATCH", apiMappingPath(r), "UpdateApiMapping", { cause: "Properties" })],
  delete: (r) => [httpCall(r, "DELETE", apiMappingPath(r), "DeleteApiMapping")],
};

function apiMappingPath(r: ResourceView): string {
  return `/domainnames/${domainOf(r)}/apimappings/${r.identity.physicalId}`;
}

export const domainRules: readonly ResourceRule[] = [
  domainName("AWS::ApiGateway::DomainName", restCall),
  domainName("AWS::ApiGatewayV2::DomainName", httpCall),
  basePathMapping,
  apiMapping,
];
