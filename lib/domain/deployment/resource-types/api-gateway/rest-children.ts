import { passRole, roleArnIn } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall } from "./api-gateway-service";
import { apiPath } from "./rest-paths";

/** A part of a REST API that is made with POST on a collection and then has a path of its own. */
interface Child {
  readonly type: string;
  /** As in `Authorizer`, the stem of the operations' names. */
  readonly noun: string;
  readonly collection: (r: ResourceView) => string;
  /** Path of one, where it is not `<collection>/<id>`. */
  readonly path?: (r: ResourceView, id: string) => string;
  /** The id, where it is no drawn one. */
  readonly id?: (r: ResourceView) => string;
  readonly attribute: string;
  readonly checks?: (r: ResourceView) => readonly CheckSpec[];
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html */
const children: readonly Child[] = [
  {
    type: "AWS::ApiGateway::Authorizer",
    noun: "Authorizer",
    collection: (r) => `${apiPath(r)}/authorizers`,
    attribute: "AuthorizerId",
    checks: (r) => when(r.has("AuthorizerCredentials"), passed(r, "AuthorizerCredentials")),
  },
  {
    type: "AWS::ApiGateway::Model",
    noun: "Model",
    collection: (r) => `${apiPath(r)}/models`,
    id: (r) => r.text("Name") ?? `${r.logicalId}${r.invent("name", { alphabet: "mixed", length: 12 })}`,
    attribute: "ModelId",
  },
  {
    type: "AWS::ApiGateway::DocumentationPart",
    noun: "DocumentationPart",
    collection: (r) => `${apiPath(r)}/documentation/parts`,
    attribute: "DocumentationPartId",
  },
  {
    type: "AWS::ApiGateway::DocumentationVersion",
    noun: "DocumentationVersion",
    collection: (r) => `${apiPath(r)}/documentation/versions`,
    id: (r) => r.text("DocumentationVersion") ?? r.logicalId,
    attribute: "DocumentationVersion",
  },
  {
    type: "AWS::ApiGateway::RequestValidator",
    noun: "RequestValidator",
    collection: (r) => `${apiPath(r)}/requestvalidators`,
    attribute: "RequestValidatorId",
  },
  {
    type: "AWS::ApiGateway::Resource",
    noun: "Resource",
    collection: (r) =>
      `${apiPath(r)}/resources/${r.text("ParentId") ?? r.invent("parent", { alphabet: "lower", length: 6 })}`,
    path: (r, id) => `${apiPath(r)}/resources/${id}`,
    attribute: "ResourceId",
  },
];

const childRules: readonly ResourceRule[] = children.map(({ type, noun, collection, path, id, attribute, checks }) => {
  const pathOf = (r: ResourceView) => {
    const { physicalId } = r.identity;
    return path?.(r, physicalId) ?? `${collection(r)}/${physicalId}`;
  };
  return {
    type,
    identify: (r) => {
      const physicalId = id?.(r) ?? r.invent("id", { alphabet: "lower", length: 6 });
      return {
        physicalId,
        arn: pathArn(r, path?.(r, physicalId) ?? `${collection(r)}/${physicalId}`),
        attributes: { [attribute]: physicalId },
      };
    },
    create: (r) => [restCall(r, "POST", collection(r), `Create${noun}`, { also: checks?.(r) ?? [] })],
    update: (r) => [restCall(r, "PATCH", pathOf(r), `Update${noun}`, { cause: "Properties", also: checks?.(r) ?? [] })],
    delete: (r) => [restCall(r, "DELETE", pathOf(r), `Delete${noun}`)],
  };
});

function passed(r: ResourceView, property: string): CheckSpec {
  return passRole(roleArnIn(r, property), "apigateway.amazonaws.com", property);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html */
const method: ResourceRule = {
  type: "AWS::ApiGateway::Method",
  identify: (r) => {
    const id = `${r.target.stackName.slice(0, 5)}-${r.logicalId.slice(0, 5)}-${r.invent("id", { alphabet: "mixed", length: 12 })}`;
    return { physicalId: id, arn: pathArn(r, methodPath(r)), attributes: {} };
  },
  create: (r) => [restCall(r, "PUT", methodPath(r), "PutMethod", { context: methodContext(r) }), ...methodParts(r)],
  update: (r) => [
    restCall(r, "PUT", methodPath(r), "PutMethod", { cause: "Properties", context: methodContext(r) }),
    ...methodParts(r),
  ],
  delete: (r) => [restCall(r, "DELETE", methodPath(r), "DeleteMethod")],
};

function methodPath(r: ResourceView): string {
  const resource = r.text("ResourceId") ?? r.invent("resource", { alphabet: "lower", length: 6 });
  return `${apiPath(r)}/resources/${resource}/methods/${r.text("HttpMethod") ?? "ANY"}`;
}

function methodContext(r: ResourceView): CheckSpec["context"] {
  const type = r.text("AuthorizationType");
  return {
    ...(type === undefined ? {} : { "apigateway:Request/RouteAuthorizationType": [type] }),
    ...(r.has("ApiKeyRequired") ? { "apigateway:Request/ApiKeyRequired": r.texts("ApiKeyRequired") } : {}),
  };
}

/** A method's integration and responses are put below its path. */
function methodParts(r: ResourceView): readonly CallSpec[] {
  const path = methodPath(r);
  const responses = r.list("MethodResponses").map(({ StatusCode }) => `${path}/responses/${StatusCode}`);
  const integrated = r
    .list("Integration.IntegrationResponses")
    .map(({ StatusCode }) => `${path}/integration/responses/${StatusCode}`);
  return [
    ...when(
      r.has("Integration"),
      restCall(r, "PUT", `${path}/integration`, "PutIntegration", {
        cause: "Integration",
        also: when(
          /^arn:[^:]+:iam::\d+:role\//.test(r.text("Integration.Credentials") ?? ""),
          passed(r, "Integration.Credentials"),
        ),
      }),
    ),
    ...responses.map((response) => restCall(r, "PUT", response, "PutMethodResponse", { cause: "MethodResponses" })),
    ...integrated.map((response) =>
      restCall(r, "PUT", response, "PutIntegrationResponse", { cause: "Integration.IntegrationResponses" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-gatewayresponse.html */
const gatewayResponse: ResourceRule = {
  type: "AWS::ApiGateway::GatewayResponse",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    return { physicalId: id, arn: pathArn(r, responsePath(r)), attributes: { Id: id } };
  },
  create: (r) => [restCall(r, "PUT", responsePath(r), "PutGatewayResponse")],
  update: (r) => [restCall(r, "PUT", responsePath(r), "PutGatewayResponse", { cause: "Properties" })],
  delete: (r) => [restCall(r, "DELETE", responsePath(r), "DeleteGatewayResponse")],
};

function responsePath(r: ResourceView): string {
  return `${apiPath(r)}/gatewayresponses/${r.text("ResponseType") ?? "DEFAULT_4XX"}`;
}

export const restChildRules: readonly ResourceRule[] = [...childRules, method, gatewayResponse];
