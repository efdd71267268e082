import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { packageArtifacts } from "./package-artifacts";

const destination = { bucket: "artifacts", prefix: "orders", imageRepositoryUri: null };
const target = { region: "eu-central-1", account: "123456789012", stackName: "Orders-Prod" };
const pack = (document: JsonObject) => packageArtifacts(document, destination, target);
const packResource = (resource: JsonObject) => {
  const { document, artifacts } = pack({ Resources: { It: resource } });
  const { Resources } = JSON.parse(JSON.stringify(document));
  return { resource: Resources.It, artifacts };
};
const key = /^orders\/[0-9a-f]{32}$/;
const s3Uri = /^s3:\/\/artifacts\/orders\/[0-9a-f]{32}$/;

describe("packageArtifacts", () => {
  it.each([
    ["AWS::Serverless::Function", "CodeUri", "zip"],
    ["AWS::Serverless::LayerVersion", "ContentUri", "zip"],
    ["AWS::Serverless::Api", "DefinitionUri", "file"],
    ["AWS::Serverless::HttpApi", "DefinitionUri", "file"],
    ["AWS::Serverless::GraphQLApi", "SchemaUri", "file"],
    ["AWS::AppSync::GraphQLSchema", "DefinitionS3Location", "file"],
    ["AWS::AppSync::Resolver", "CodeS3Location", "file"],
  ])("uploads what %s names in %s", (type, property, kind) => {
    const { resource, artifacts } = packResource({ Type: type, Properties: { [property]: "./local" } });
    expect(resource.Properties[property]).toMatch(s3Uri);
    expect(artifacts).toEqual([
      {
        kind,
        logicalId: "It",
        resourceType: type,
        property,
        localPath: "./local",
        location: resource.Properties[property],
      },
    ]);
  });

  it.each([
    ["AWS::Serverless::StateMachine", "DefinitionUri", "Bucket", "Key"],
    ["AWS::Lambda::Function", "Code", "S3Bucket", "S3Key"],
    ["AWS::Lambda::LayerVersion", "Content", "S3Bucket", "S3Key"],
    ["AWS::StepFunctions::StateMachine", "DefinitionS3Location", "Bucket", "Key"],
    ["AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", "S3Bucket", "S3Key"],
  ])("writes bucket and key where %s wants a map in %s", (type, property, bucketName, keyName) => {
    const { resource } = packResource({ Type: type, Properties: { [property]: "./local" } });
    expect(resource.Properties[property]).toEqual({ [bucketName]: "artifacts", [keyName]: expect.stringMatching(key) });
  });

  it.each([
    ["AWS::Serverless::Application", "Location"],
    ["AWS::CloudFormation::Stack", "TemplateURL"],
  ])("gives the template of %s an address that CloudFormation takes", (type, property) => {
    const { resource, artifacts } = packResource({ Type: type, Properties: { [property]: "jobs/template.yaml" } });
    expect(resource.Properties[property]).toMatch(
      /^https:\/\/s3\.eu-central-1\.amazonaws\.com\/artifacts\/orders\/[0-9a-f]{32}\.template$/,
    );
    expect(artifacts).toMatchObject([{ kind: "template", location: expect.stringMatching(/^s3:.*\.template$/) }]);
  });

  it.each<[string, JsonObject]>([
    ["inline code", { Type: "AWS::Serverless::Function", Properties: { InlineCode: "x" } }],
    ["S3 URIs", { Type: "AWS::Serverless::Function", Properties: { CodeUri: "s3://b/k" } }],
    ["maps", { Type: "AWS::Lambda::Function", Properties: { Code: { ZipFile: "x" } } }],
    ["intrinsics", { Type: "AWS::Serverless::Api", Properties: { DefinitionUri: { "Fn::Sub": "x" } } }],
    ["absent definitions", { Type: "AWS::Serverless::Api", Properties: { StageName: "prod" } }],
    ["template URLs", { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "https://example.com/t" } }],
    [
      "repository applications",
      { Type: "AWS::Serverless::Application", Properties: { Location: { ApplicationId: "a" } } },
    ],
    ["other types", { Type: "AWS::S3::Bucket", Properties: { CodeUri: "./src" } }],
  ])("leaves %s alone", (_name, resource) => {
    expect(packResource(resource)).toEqual({ resource, artifacts: [] });
  });

  it("packages the template's folder for functions without code, and the shared CodeUri where there is one", () => {
    const Resources = { A: { Type: "AWS::Serverless::Function", Properties: {} } };
    expect(pack({ Resources }).artifacts).toMatchObject([{ localPath: ".", property: "CodeUri" }]);
    const Globals = { Function: { CodeUri: "src/" } };
    expect(pack({ Globals, Resources }).artifacts).toMatchObject([{ localPath: "src/", logicalId: "A" }]);
  });

  it("gives the same path the same key, and different paths different ones", () => {
    const code = (CodeUri: string) => ({ Type: "AWS::Serverless::Function", Properties: { CodeUri } });
    const { artifacts } = pack({ Resources: { A: code("src"), B: code("src"), C: code("other") } });
    const [a, b, c] = artifacts.map(({ location }) => location);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it("pushes the images that are built from a Dockerfile or named locally, to a repository of the function", () => {
    const repository =
      /^123456789012\.dkr\.ecr\.eu-central-1\.amazonaws\.com\/ordersprod[0-9a-f]{8}\/it[0-9a-f]{8}repo:/;
    const built = packResource({
      Type: "AWS::Serverless::Function",
      Properties: { PackageType: "Image" },
      Metadata: { Dockerfile: "Dockerfile", DockerContext: "./app", DockerTag: "v1" },
    });
    expect(built.resource.Properties.ImageUri).toMatch(repository);
    expect(built.resource.Properties.ImageUri).toMatch(/:it-[0-9a-f]{12}-v1$/);
    const named = packResource({
      Type: "AWS::Serverless::Function",
      Properties: { PackageType: "Image", ImageUri: "app:v2" },
    });
    expect(named.artifacts).toMatchObject([{ kind: "image", localPath: "app:v2", property: "ImageUri" }]);
    const remote = { PackageType: "Image", ImageUri: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:v2" };
    expect(packResource({ Type: "AWS::Serverless::Function", Properties: remote }).artifacts).toEqual([]);
  });

  it("packages what functions and resolvers of GraphQL APIs name", () => {
    const { artifacts } = packResource({
      Type: "AWS::Serverless::GraphQLApi",
      Properties: { Functions: { F: { CodeUri: "f.js" } }, Resolvers: { Query: { get: { CodeUri: "get.js" } } } },
    });
    expect(artifacts.map(({ property, localPath }) => [property, localPath])).toEqual([
      ["Functions.F.CodeUri", "f.js"],
      ["Resolvers.Query.get.CodeUri", "get.js"],
    ]);
  });

  it("packages included files wherever they stand", () => {
    const include = (Location: string) => ({ "Fn::Transform": { Name: "AWS::Include", Parameters: { Location } } });
    const { resource, artifacts } = packResource({
      Type: "AWS::Serverless::Api",
      Properties: { DefinitionBody: include("api.yaml") },
    });
    expect(resource.Properties.DefinitionBody).toEqual(include(artifacts[0]?.location ?? ""));
    expect(artifacts).toMatchObject([
      { kind: "file", localPath: "api.yaml", property: "DefinitionBody.Fn::Transform.Parameters.Location" },
    ]);
    expect(packResource({ Type: "T", Properties: include("s3://b/k") }).artifacts).toEqual([]);
  });

  it("is total, deterministic and leaves its input alone", () => {
    const types = fc.constantFrom(
      "AWS::Serverless::Function",
      "AWS::Lambda::Function",
      "AWS::Glue::Job",
      "AWS::Serverless::GraphQLApi",
    );
    const names = fc.constantFrom(
      "CodeUri",
      "Code",
      "Command",
      "Functions",
      "PackageType",
      "Fn::Transform",
      "ScriptLocation",
    );
    const properties = fc.dictionary(
      names,
      fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue()), fc.constant("Image")),
    );
    const resource = fc.oneof(
      fc.jsonValue(),
      fc.record({ Type: types, Properties: properties, Metadata: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), resource), (Resources) => {
        const text = JSON.stringify({ Resources });
        const document = JSON.parse(text);
        expect(pack(document)).toEqual(pack(JSON.parse(text)));
        expect(JSON.stringify(document)).toBe(text);
      }),
    );
  });
});
