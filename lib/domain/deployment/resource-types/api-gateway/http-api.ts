import { passRole, roleArnIn, tagContext } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { httpCall, pathArn, tagCheck, tagUpdate } from "./api-gateway-service";
import { logDeliveryChecks } from "./log-delivery";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
const api: ResourceRule = {
  type: "AWS::ApiGatewayV2::Api",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    const endpoint = `https://${id}.execute-api.${r.target.region}.amazonaws.com`;
    return { physicalId: id, arn: pathArn(r, `/apis/${id}`), attributes: { ApiId: id, ApiEndpoint: endpoint } };
  },
  // An API with a definition is imported, which is a PUT on the collection.
  create: (r) =>
    hasBody(r)
      ? [
          httpCall(r, "PUT", "/apis", "ImportApi", {
            cause: "Body",
            context: tagContext(r),
            also: [...definitionChecks(r), ...tagCheck(r, apiPathOf(r), "POST")],
          }),
          ...when(r.has("DisableExecuteApiEndpoint") || r.has("CorsConfiguration"), updateApi(r)),
        ]
      : [
          httpCall(r, "POST", "/apis", "CreateApi", {
            context: { ...tagContext(r), ...endpointContext(r) },
            also: tagCheck(r, apiPathOf(r), "POST"),
          }),
        ],
  read: (r) => [httpCall(r, "GET", apiPathOf(r), "GetApi", { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    ...when(
      hasBody(r) && r.changed("Body", "BodyS3Location"),
      httpCall(r, "PUT", apiPathOf(r), "ReimportApi", { cause: "Body", also: definitionChecks(r) }),
    ),
    ...when(propertiesChanged(r), updateApi(r)),
    ...tagUpdate(r, apiPathOf(r), "POST"),
  ],
  delete: (r) => [httpCall(r, "DELETE", apiPathOf(r), "DeleteApi")],
};

function apiPathOf(r: ResourceView): string {
  return `/apis/${r.identity.physicalId}`;
}

function hasBody(r: ResourceView): boolean {
  return r.has("Body") || r.has("BodyS3Location");
}

function updateApi(r: ResourceView): CallSpec {
  return httpCall(r, "PATCH", apiPathOf(r), "UpdateApi", { cause: "Properties" });
}

function propertiesChanged(r: ResourceUpdate): boolean {
  const { Body: _a, BodyS3Location: _b, Tags: _c, ...rest } = { ...r.before.properties, ...r.properties };
  return Object.keys(rest).some((property) => r.changed(property));
}

function endpointContext(r: ResourceView): CheckSpec["context"] {
  return r.has("DisableExecuteApiEndpoint")
    ? { "apigateway:Request/DisableExecuteApiEndpoint": r.texts("DisableExecuteApiEndpoint") }
    : {};
}

function definitionChecks(r: ResourceView): readonly CheckSpec[] {
  const [bucket, key] = [r.text("BodyS3Location.Bucket"), r.text("BodyS3Location.Key")];
  if (bucket === undefined || key === undefined) return [];
  return [
    {
      action: "s3:GetObject",
      resources: [`arn:${r.target.partition}:s3:::${bucket}/${key}`],
      context: {},
      cause: "BodyS3Location",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigatewayv2-api-bodys3location.html",
      through: [],
    },
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html */
const stage: ResourceRule = {
  type: "AWS::ApiGatewayV2::Stage",
  identify: (r) => {
    const name = r.text("StageName") ?? "$default";
    return { physicalId: name, arn: pathArn(r, `${parentPath(r)}/stages/${name}`), attributes: {} };
  },
  create: (r) => [
    httpCall(r, "POST", `${parentPath(r)}/stages`, "CreateStage", {
      context: tagContext(r),
      also: when(r.has("AccessLogSettings"), ...logDeliveryChecks(r, "create")),
    }),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      httpCall(r, "PATCH", stagePath(r), "UpdateStage", {
        cause: "Properties",
        also: when(r.changed("AccessLogSettings"), ...logDeliveryChecks(r, "update")),
      }),
    ),
    ...tagUpdate(r, stagePath(r), "POST"),
  ],
  delete: (r) => [
    httpCall(r, "DELETE", stagePath(r), "DeleteStage", {
      also: when(r.has("AccessLogSettings"), ...logDeliveryChecks(r, "delete")),
    }),
  ],
};

function stagePath(r: ResourceView): string {
  return `${parentPath(r)}/stages/${r.identity.physicalId}`;
}

function changedBesideTags(r: ResourceUpdate): boolean {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  return properties.some((property) => property !== "Tags" && r.changed(property));
}

function parentPath(r: ResourceView): string {
  return `/apis/${r.text("ApiId") ?? r.invent("api", { alphabet: "lower", length: 10 })}`;
}

/** Parts of an API, each in a collection below it. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/resources.html */
const parts: readonly ResourceRule[] = [
  { noun: "Route", collection: () => "routes", attribute: "RouteId", role: null },
  { noun: "Integration", collection: () => "integrations", attribute: "IntegrationId", role: "CredentialsArn" },
  { noun: "Authorizer", collection: () => "authorizers", attribute: "AuthorizerId", role: "AuthorizerCredentialsArn" },
  { noun: "Deployment", collection: () => "deployments", attribute: "DeploymentId", role: null },
  { noun: "Model", collection: () => "models", attribute: "ModelId", role: null },
  {
    noun: "IntegrationResponse",
    collection: (r: ResourceView) => `integrations/${r.text("IntegrationId") ?? "unknown"}/integrationresponses`,
    attribute: "IntegrationResponseId",
    role: null,
  },
  {
    noun: "RouteResponse",
    collection: (r: ResourceView) => `routes/${r.text("RouteId") ?? "unknown"}/routeresponses`,
    attribute: "RouteResponseId",
    role: null,
  },
].map(({ noun, collection, attribute, role }): ResourceRule => {
  const collectionPath = (r: ResourceView) => `${parentPath(r)}/${collection(r)}`;
  const passed = (r: ResourceView): readonly CheckSpec[] => {
    const arn = role === null ? undefined : r.text(role);
    const isRole = arn !== undefined && /:iam::\d{12}:role\//.test(arn);
    return role !== null && isRole ? [passRole(roleArnIn(r, role), "apigateway.amazonaws.com", role)] : [];
  };
  const pathOf = (r: ResourceView) => `${collectionPath(r)}/${r.identity.physicalId}`;
  return {
    type: `AWS::ApiGatewayV2::${noun}`,
    identify: (r) => {
      const id = r.invent("id", { alphabet: "lower", length: 7 });
      return { physicalId: id, arn: pathArn(r, `${collectionPath(r)}/${id}`), attributes: { [attribute]: id } };
    },
    create: (r) => [httpCall(r, "POST", collectionPath(r), `Create${noun}`, { also: passed(r) })],
    update: (r) => [httpCall(r, "PATCH", pathOf(r), `Update${noun}`, { cause: "Properties", also: passed(r) })],
    delete: (r) => [httpCall(r, "DELETE", pathOf(r), `Delete${noun}`)],
  };
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-vpclink.html */
const vpcLink: ResourceRule = {
  type: "AWS::ApiGatewayV2::VpcLink",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 6 });
    return { physicalId: id, arn: pathArn(r, `/vpclinks/${id}`), attributes: { VpcLinkId: id } };
  },
  create: (r) => [
    httpCall(r, "POST", "/vpclinks", "CreateVpcLink", { context: tagContext(r), also: linkedRole(r) }),
    httpCall(r, "GET", `/vpclinks/${r.identity.physicalId}`, "GetVpcLink"),
  ],
  update: (r) => [httpCall(r, "PATCH", `/vpclinks/${r.identity.physicalId}`, "UpdateVpcLink", { cause: "Name" })],
  delete: (r) => [
    httpCall(r, "DELETE", `/vpclinks/${r.identity.physicalId}`, "DeleteVpcLink"),
    httpCall(r, "GET", `/vpclinks/${r.identity.physicalId}`, "GetVpcLink"),
  ],
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html */
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

export const httpApiRules: readonly ResourceRule[] = [api, stage, ...parts, vpcLink];
