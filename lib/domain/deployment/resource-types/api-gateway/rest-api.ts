import { isJsonArray, isJsonObject, type Json } from "../../../json";
import { passRole } from "../../common-checks";
import { readText } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html */
export const restApi: ResourceRule = {
  type: "AWS::ApiGateway::RestApi",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    const rootId = r.invent("root", { alphabet: "lower", length: 10 });
    return {
      physicalId: id,
      arn: pathArn(r, `/restapis/${id}`),
      attributes: { RestApiId: id, RootResourceId: rootId },
    };
  },
  create: (r) => [
    restCall(r, "POST", "/restapis", hasBody(r) ? "ImportRestApi" : "CreateRestApi", {
      context: requestContext(r),
      also: [...tagCheck(r, pathOf(r)), ...policyCheck(r), ...definitionChecks(r)],
    }),
    // An import takes the definition alone; what else the template says follows.
    ...when(
      hasBody(r) && r.sets(...patchedProperties),
      restCall(r, "PATCH", pathOf(r), "UpdateRestApi", { cause: "Properties" }),
    ),
  ],
  read: (r) => [restCall(r, "GET", pathOf(r), "GetRestApi", { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [...definitionUpdate(r), ...propertyUpdate(r), ...tagUpdate(r, pathOf(r))],
  delete: (r) => [restCall(r, "DELETE", pathOf(r), "DeleteRestApi")],
};

function pathOf(r: ResourceView): string {
  return `/restapis/${r.identity.physicalId}`;
}

function hasBody(r: ResourceView): boolean {
  return r.has("Body") || r.has("BodyS3Location");
}

const patchedProperties = [
  "ApiKeySourceType",
  "BinaryMediaTypes",
  "Description",
  "MinimumCompressionSize",
  "Name",
  "Policy",
] as const;

function requestContext(r: ResourceView): CheckSpec["context"] {
  const endpointTypes = r.texts("EndpointConfiguration.Types");
  const tags = Object.entries(r.tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const);
  return {
    ...Object.fromEntries(tags),
    ...(tags.length > 0 ? { "aws:TagKeys": Object.keys(r.tags) } : {}),
    ...(endpointTypes.length > 0 ? { "apigateway:Request/EndpointType": endpointTypes } : {}),
  };
}

/** A resource policy takes an action of its own. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html */
function policyCheck(r: ResourceView): readonly CheckSpec[] {
  const inBody = isJsonObject(r.get("Body")) && r.has("Body.x-amazon-apigateway-policy");
  return when(r.has("Policy") || inBody, {
    action: "apigateway:UpdateRestApiPolicy",
    resources: [pathArn(r, pathOf(r))],
    context: {},
    cause: inBody ? "Body" : "Policy",
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html",
    through: [],
  });
}

/** Roles that integrations and authorizers in the definition name are passed to API Gateway; a definition in S3 is read. */
function definitionChecks(r: ResourceView): readonly CheckSpec[] {
  const roles = [...new Set(credentialsInside(r.get("Body")))].filter((arn) =>
    /^arn:[^:]+:iam::[^:]+:role\//.test(arn),
  );
  const [bucket, key] = [r.text("BodyS3Location.Bucket"), r.text("BodyS3Location.Key")];
  const object: readonly CheckSpec[] =
    bucket === undefined || key === undefined
      ? []
      : [
          {
            action: r.has("BodyS3Location.Version") ? "s3:GetObjectVersion" : "s3:GetObject",
            resources: [`arn:${r.target.partition}:s3:::${bucket}/${key}`],
            context: {},
            cause: "BodyS3Location",
            source:
              "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-s3location.html",
            through: [],
          },
        ];
  return [...roles.map((arn) => passRole(arn, "apigateway.amazonaws.com", "Body")), ...object];
}

/** `credentials` of integrations, `authorizerCredentials` of authorizers. */
function credentialsInside(value: Json | undefined): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(credentialsInside);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const text = key === "credentials" || key === "authorizerCredentials" ? readText(inner) : undefined;
    return text === undefined ? credentialsInside(inner) : [text];
  });
}

function definitionUpdate(r: ResourceUpdate): readonly CallSpec[] {
  return when(
    hasBody(r) && r.changed("Body", "BodyS3Location", "Parameters", "Mode"),
    restCall(r, "PUT", pathOf(r), "PutRestApi", { cause: "Body", also: [...policyCheck(r), ...definitionChecks(r)] }),
  );
}

function propertyUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const changed = r.changed(...patchedProperties, "EndpointConfiguration", "DisableExecuteApiEndpoint");
  return when(
    changed,
    restCall(r, "PATCH", pathOf(r), "UpdateRestApi", {
      cause: "Properties",
      also: r.changed("Policy") ? policyCheck(r) : [],
    }),
  );
}
