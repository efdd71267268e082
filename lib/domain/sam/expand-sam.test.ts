import { describe, expect, it } from "vitest";
import { parseTemplate } from "../template/parse-template";
import type { ExpandOptions } from "./expand-options";
import { expandSam } from "./expand-sam";

const options: ExpandOptions = {
  parameters: {},
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
};

function expand(text: string) {
  const { value } = parseTemplate(text);
  if (value === null) throw new Error("the test's own template cannot be read");
  return expandSam(value, options);
}

const sam = "Transform: AWS::Serverless-2016-10-31\n";
const table = "Resources:\n  Items:\n    Type: AWS::Serverless::SimpleTable\n";

describe("expandSam", () => {
  it("leaves a template without SAM as it is", () => {
    const { value, problems } = expand("Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n");
    expect(value?.document).toEqual({ Resources: { Jobs: { Type: "AWS::SQS::Queue" } } });
    expect(value?.origins).toEqual({ Jobs: "Jobs" });
    expect(problems).toEqual([]);
  });

  it("says what every generated resource comes from", () => {
    const { value } = expand(`${sam}Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: a.b
      CodeUri: s3://code/orders.zip
      AutoPublishAlias: live
      DeploymentPreference: { Type: AllAtOnce }
      Events:
        Night: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
        Upload: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: "s3:ObjectCreated:*" } }
  Uploads: { Type: AWS::S3::Bucket }
  Jobs:
    Type: AWS::SQS::Queue
    Connectors: { Send: { Properties: { Destination: { Id: Orders }, Permissions: [Read, Write] } } }
Outputs:
  Alias: { Value: !Ref Orders.Alias }
`);
    expect(value?.origins).toMatchObject({
      Orders: "Orders",
      OrdersRole: "Orders",
      OrdersAliaslive: "Orders",
      OrdersNight: "Orders",
      ServerlessDeploymentApplication: "Orders",
      OrdersDeploymentGroup: "Orders",
      Uploads: "Uploads",
      JobsSendPolicy: "Jobs",
      Jobs: "Jobs",
    });
    expect(value?.document.Outputs).toEqual({ Alias: { Value: { Ref: "OrdersAliaslive" } } });
    expect(value?.document).not.toHaveProperty("Transform");
  });

  it("expands SAM resources without the transform, with a warning", () => {
    const { value, problems } = expand(table);
    expect(value?.document.Resources).toMatchObject({ Items: { Type: "AWS::DynamoDB::Table" } });
    expect(value?.transforms).toEqual(["AWS::Serverless-2016-10-31"]);
    expect(problems).toEqual([expect.objectContaining({ code: "missing-transform", severity: "warning" })]);
  });

  it("tells which of AWS's macros the template names", () => {
    const transformsOf = (declared: string, resource = table) => expand(`${declared}\n${resource}`).value?.transforms;
    expect(transformsOf("Transform: [AWS::LanguageExtensions, Team::Macro, AWS::Serverless-2016-10-31]")).toEqual([
      "AWS::LanguageExtensions",
      "AWS::Serverless-2016-10-31",
    ]);
    expect(transformsOf("", "Resources: { Topic: { Type: AWS::SNS::Topic } }")).toEqual([]);
  });

  it("tells which of AWS's macros parts of the template call, and what is included where it was uploaded to", () => {
    const value = expand(`${sam}Resources:
  Orders:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      DefinitionBody: { "Fn::Transform": { Name: AWS::Include, Parameters: { Location: api.yaml } } }
`);
    expect(value.value?.transforms).toEqual(["AWS::Include", "AWS::Serverless-2016-10-31"]);
    expect(value.value?.includes).toEqual(value.value?.artifacts.map(({ location }) => location));
    expect(value.problems).toEqual([]);
    const whole = `Transform: { Name: AWS::Include, Parameters: { Location: "s3://b/k" } }`;
    expect(expand(`${whole}\nResources: { Topic: { Type: AWS::SNS::Topic } }`).value?.includes).toEqual(["s3://b/k"]);
    expect(expand(table).value?.includes).toEqual([]);
  });

  it.each([
    ["Resources", 'Resources: { "Fn::Transform": { Name: AWS::Include, Parameters: { Location: "s3://b/k" } } }'],
    ["Resources.T", 'Resources: { T: { Type: AWS::SNS::Topic, "Fn::Transform": { Name: Team::Macro } } }'],
    ["Mappings", 'Mappings: { "Fn::Transform": { Name: AWS::Include } }\nResources: { T: { Type: AWS::SNS::Topic } }'],
  ])("says that a macro may change what is in %s", (place, text) => {
    const { problems } = expand(text);
    expect(problems).toMatchObject([{ code: "macro-not-modelled", path: `${place}.Fn::Transform` }]);
  });

  it("reports other macros, and expands the rest", () => {
    const { value, problems } = expand(`Transform: [Team::Macro, AWS::Serverless-2016-10-31]\n${table}`);
    expect(value?.document.Resources).toMatchObject({ Items: { Type: "AWS::DynamoDB::Table" } });
    expect(problems).toEqual([
      expect.objectContaining({
        code: "macro-not-modelled",
        message: expect.stringMatching(/Team::Macro.*lambda:InvokeFunction/),
        line: 1,
      }),
    ]);
  });

  it("unrolls loops before it expands", () => {
    const { value, problems } = expand(`Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Tables:
    - Name
    - [Items, Users]
    - \${Name}Table:
        Type: AWS::Serverless::SimpleTable
`);
    expect(problems).toEqual([]);
    expect(value?.document.Resources).toMatchObject({
      ItemsTable: { Type: "AWS::DynamoDB::Table" },
      UsersTable: { Type: "AWS::DynamoDB::Table" },
    });
  });

  it("collects the faults of all resources, each with its place", () => {
    const { value, problems } = expand(`${sam}Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handle: a
  Items:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PrimaryKey: id
  wrong-id:
    Type: AWS::Serverless::SimpleTable
`);
    expect(value).toBeNull();
    expect(problems.map(({ logicalId, line }) => ({ logicalId, line }))).toEqual([
      { logicalId: "Orders", line: 6 },
      { logicalId: "Items", line: 10 },
      { logicalId: "wrong-id", line: 11 },
    ]);
  });

  it("refuses to write over a resource that the template has", () => {
    const { problems } = expand(`${sam}Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: a.b, InlineCode: x }
  OrdersRole: { Type: AWS::IAM::Role }
`);
    expect(problems).toEqual([expect.objectContaining({ code: "duplicate-logical-id", logicalId: "Orders" })]);
  });

  it.each([
    ["Resources: { Items: [x] }", /must be a map/],
    ["Resources: { Items: { Type: AWS::Serverless::SimpleTable, Properties: [x] } }", /'Properties' must be a map/],
    ["Resources: { Items: { Type: AWS::Serverless::SimpleTable, Condition: [x] } }", /name of a condition/],
    ["Mappings: x\nResources: { Items: { Type: AWS::Serverless::SimpleTable } }", /'Mappings'/],
  ])("refuses the whole of %s", (text, message) => {
    const { value, problems } = expand(`${sam}${text}`);
    expect(value).toBeNull();
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });

  it("does not change a template that it is given", () => {
    const { value } = parseTemplate(`${sam}${table}`);
    const before = JSON.stringify(value?.document);
    if (value !== null) expandSam(value, options);
    expect(JSON.stringify(value?.document)).toBe(before);
  });
});
