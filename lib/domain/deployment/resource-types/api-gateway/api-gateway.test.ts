import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../json";
import { type ProbeResources, probeChecks, probePlan } from "../rule-probe";

const root = "arn:aws:apigateway:eu-central-1::";
const seen = (resources: ProbeResources, phase: "create" | "update" | "delete", before?: ProbeResources) =>
  probeChecks(resources, phase, before ? { before } : {}).map(
    ({ action, patterns }) => `${action} ${patterns.join(" ").replace(root, "")}`,
  );
const rest = (properties: JsonObject = {}) => ({ Api: { Type: "AWS::ApiGateway::RestApi", Properties: properties } });
const http = (properties: JsonObject = {}) => ({ Api: { Type: "AWS::ApiGatewayV2::Api", Properties: properties } });
const tags = { Tags: [{ Key: "a", Value: "b" }] };

describe("AWS::ApiGateway::RestApi", () => {
  it("is a POST on the collection, imported or not", () => {
    expect(seen(rest({ Name: "shop" }), "create")).toEqual(["apigateway:POST /restapis"]);
    expect(seen(rest({ Body: { swagger: "2.0" } }), "create")).toEqual(["apigateway:POST /restapis"]);
    expect(seen(rest(), "delete")).toEqual(["apigateway:DELETE /restapis/*"]);
  });

  it("checks tags below their own path, with the API's ARN encoded", () => {
    expect(seen(rest(tags), "create")).toContain(
      "apigateway:PUT /tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis%2F*",
    );
  });

  it("takes an action of its own for a resource policy", () => {
    expect(seen(rest({ Policy: {} }), "create")).toContain("apigateway:UpdateRestApiPolicy /restapis/*");
    expect(seen(rest({ Body: { "x-amazon-apigateway-policy": {} } }), "create")).toContain(
      "apigateway:UpdateRestApiPolicy /restapis/*",
    );
  });

  it("passes the roles that its definition names", () => {
    const integration = (credentials: string) => ({
      Body: { paths: { "/": { get: { "x-amazon-apigateway-integration": { credentials } } } } },
    });
    expect(seen(rest(integration("arn:aws:iam::123456789012:role/r")), "create")).toContain(
      "iam:PassRole arn:aws:iam::123456789012:role/r",
    );
    expect(seen(rest(integration("arn:aws:iam::*:user/*")), "create")).toEqual(["apigateway:POST /restapis"]);
  });

  it("puts a changed definition, and patches the rest", () => {
    expect(seen(rest({ Body: { a: 1 } }), "update", rest({ Body: { a: 2 } }))).toEqual(["apigateway:PUT /restapis/*"]);
    expect(seen(rest({ Description: "x" }), "update", rest())).toEqual(["apigateway:PATCH /restapis/*"]);
  });
});

describe("parts of a REST API", () => {
  const part = (type: string, properties: JsonObject = {}) => ({
    Part: { Type: `AWS::ApiGateway::${type}`, Properties: { RestApiId: "abc", ...properties } },
  });

  it.each<[string, JsonObject, string, string]>([
    ["Deployment", {}, "POST /restapis/abc/deployments", "DELETE /restapis/abc/deployments/*"],
    ["Stage", { StageName: "Prod" }, "POST /restapis/abc/stages", "DELETE /restapis/abc/stages/Prod"],
    ["Authorizer", {}, "POST /restapis/abc/authorizers", "DELETE /restapis/abc/authorizers/*"],
    ["Model", { Name: "Order" }, "POST /restapis/abc/models", "DELETE /restapis/abc/models/Order"],
    ["Resource", { ParentId: "root" }, "POST /restapis/abc/resources/root", "DELETE /restapis/abc/resources/*"],
    [
      "GatewayResponse",
      { ResponseType: "DEFAULT_5XX" },
      "PUT /restapis/abc/gatewayresponses/DEFAULT_5XX",
      "DELETE /restapis/abc/gatewayresponses/DEFAULT_5XX",
    ],
    ["Account", {}, "PATCH /account", "PATCH /account"],
  ])("%s has a path of its own", (type, properties, create, remove) => {
    expect(seen(part(type, properties), "create")).toEqual([`apigateway:${create}`]);
    expect(seen(part(type, properties), "delete")).toEqual([`apigateway:${remove}`]);
  });

  it("a stage is patched for what its creation does not take", () => {
    expect(seen(part("Stage", { StageName: "Prod", MethodSettings: [{}] }), "create")).toEqual([
      "apigateway:POST /restapis/abc/stages",
      "apigateway:PATCH /restapis/abc/stages/Prod",
    ]);
  });

  it("a method puts its integration and responses, and passes its role", () => {
    const method = part("Method", {
      ResourceId: "r",
      HttpMethod: "GET",
      Integration: { Credentials: "arn:aws:iam::123456789012:role/r" },
      MethodResponses: [{ StatusCode: 200 }],
    });
    expect(seen(method, "create")).toEqual([
      "apigateway:PUT /restapis/abc/resources/r/methods/GET",
      "apigateway:PUT /restapis/abc/resources/r/methods/GET/integration",
      "iam:PassRole arn:aws:iam::123456789012:role/r",
      "apigateway:PUT /restapis/abc/resources/r/methods/GET/responses/200",
    ]);
  });
});

describe("HTTP APIs", () => {
  it("are created with POST, imported with PUT", () => {
    expect(seen(http({ Name: "shop" }), "create")).toEqual(["apigateway:POST /apis"]);
    expect(seen(http({ Body: {} }), "create")).toEqual(["apigateway:PUT /apis"]);
  });

  it("set up log delivery for a stage with access logs only", () => {
    const stage = (properties: JsonObject) => ({
      Part: { Type: "AWS::ApiGatewayV2::Stage", Properties: { ApiId: "abc", StageName: "$default", ...properties } },
    });
    expect(seen(stage({}), "create")).toEqual(["apigateway:POST /apis/abc/stages"]);
    expect(seen(stage({ AccessLogSettings: { DestinationArn: "x" } }), "create")).toContain("logs:CreateLogDelivery *");
  });

  it("pass the role of an integration", () => {
    const integration = (properties: JsonObject) => ({
      Part: { Type: "AWS::ApiGatewayV2::Integration", Properties: { ApiId: "abc", ...properties } },
    });
    expect(seen(integration({}), "create")).toEqual(["apigateway:POST /apis/abc/integrations"]);
    expect(seen(integration({ CredentialsArn: "arn:aws:iam::123456789012:role/r" }), "create")).toContain(
      "iam:PassRole arn:aws:iam::123456789012:role/r",
    );
  });
});

describe("private domain names", () => {
  const domain = (properties: JsonObject = {}) => ({
    Domain: { Type: "AWS::ApiGateway::DomainNameV2", Properties: { DomainName: "api.example.com", ...properties } },
  });

  it("take an action of its own for a policy", () => {
    const policed = "apigateway:UpdateDomainNamePolicy";
    expect(probeChecks(domain(), "create").some(({ action }) => action === policed)).toBe(false);
    expect(probeChecks(domain({ Policy: {} }), "create").find(({ action }) => action === policed)?.patterns).toEqual([
      "arn:aws:apigateway:eu-central-1:123456789012:/domainnames/api.example.com+*",
    ]);
  });

  it("are mapped below their own path", () => {
    const mapping = {
      Map: {
        Type: "AWS::ApiGateway::BasePathMappingV2",
        Properties: { DomainNameArn: { Ref: "Domain" }, BasePath: "v1" },
      },
    };
    expect(seen({ ...domain(), ...mapping }, "delete")[0]).toBe(
      "apigateway:DELETE /domainnames/api.example.com+*/basepathmappings/v1",
    );
  });
});

describe("tags of stages and VPC links", () => {
  const stage = (properties: JsonObject) => ({
    ...http(),
    Stage: { Type: "AWS::ApiGatewayV2::Stage", Properties: { ApiId: { Ref: "Api" }, StageName: "v1", ...properties } },
  });
  const link = (properties: JsonObject) => ({
    Link: { Type: "AWS::ApiGatewayV2::VpcLink", Properties: { Name: "link", SubnetIds: ["subnet-1"], ...properties } },
  });
  const isAssumed = (resources: ProbeResources) =>
    probePlan(resources).assumptions.some(({ code }) => code === "unlisted-tagging-action");

  it("are told to need an action that IAM does not list, and are never checked by its name", () => {
    const tagged = { Tags: { team: "shop" } };
    expect([isAssumed(stage(tagged)), isAssumed(stage({}))]).toEqual([true, false]);
    expect([isAssumed(link(tagged)), isAssumed(link({}))]).toEqual([true, false]);
    const actions = probeChecks({ ...stage(tagged), ...link(tagged) }, "create").map(({ action }) => action);
    expect(actions.filter((action) => action.endsWith("TagResource"))).toEqual([]);
  });
});
