import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const role = { Type: "AWS::IAM::Role", Properties: {} };
const fn = (name: string) => ({
  Type: "AWS::Lambda::Function",
  Properties: { Role: { "Fn::GetAtt": [`${name}Role`, "Arn"] } },
});
const others: JsonObject = {
  Fn: fn("Fn"),
  FnRole: role,
  Table: { Type: "AWS::DynamoDB::Table" },
  Queue: { Type: "AWS::SQS::Queue" },
  Topic: { Type: "AWS::SNS::Topic" },
  Bucket: { Type: "AWS::S3::Bucket" },
};
const connect = (properties: JsonObject, more: JsonObject = {}) =>
  expandResources({ ...others, ...more, Link: { Type: "AWS::Serverless::Connector", Properties: properties } });

describe("AWS::Serverless::Connector", () => {
  it("attaches a managed policy to the role of the function", () => {
    const { resources } = connect({ Source: { Id: "Fn" }, Destination: { Id: "Table" }, Permissions: ["Read"] });
    const table = { "Fn::GetAtt": ["Table", "Arn"] };
    expect(resources.LinkPolicy).toEqual({
      Type: "AWS::IAM::ManagedPolicy",
      Metadata: {
        "aws:sam:connectors": {
          Link: { Source: { Type: "AWS::Lambda::Function" }, Destination: { Type: "AWS::DynamoDB::Table" } },
        },
      },
      Properties: {
        Roles: [{ Ref: "FnRole" }],
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: expect.arrayContaining(["dynamodb:GetItem"]),
              Resource: [table, { "Fn::Sub": ["${DestinationArn}/index/*", { DestinationArn: table }] }],
            },
          ],
        },
      },
    });
    expect(resources.Link).toBeUndefined();
  });

  it("permits a topic to invoke a function, and to send to a queue", () => {
    const invoke = connect({ Source: { Id: "Topic" }, Destination: { Id: "Fn" }, Permissions: ["Write"] }).resources;
    expect(invoke.LinkWriteLambdaPermission?.Properties).toEqual({
      Action: "lambda:InvokeFunction",
      FunctionName: { "Fn::GetAtt": ["Fn", "Arn"] },
      Principal: "sns.amazonaws.com",
      SourceArn: { Ref: "Topic" },
    });
    const send = connect({ Source: { Id: "Topic" }, Destination: { Id: "Queue" }, Permissions: ["Write"] }).resources;
    expect(send.LinkQueuePolicy).toMatchObject({ Properties: { Queues: [{ Ref: "Queue" }] } });
  });

  it("numbers what a list of destinations makes", () => {
    const Destination = [{ Id: "Table" }, { Id: "Queue" }];
    const { resources } = connect({ Source: { Id: "Fn" }, Destination, Permissions: ["Write"] });
    expect(Object.keys(resources)).toEqual(
      expect.arrayContaining(["LinkPolicyDestination0", "LinkPolicyDestination1"]),
    );
  });

  it("makes the event source mapping, and what waited for the connector, wait for the policy", () => {
    const mapping = { FunctionName: { Ref: "Fn" }, EventSourceArn: { "Fn::GetAtt": ["Queue", "Arn"] } };
    const { resources } = connect(
      { Source: { Id: "Queue" }, Destination: { Id: "Fn" }, Permissions: ["Read", "Write"] },
      {
        Mapping: { Type: "AWS::Lambda::EventSourceMapping", Properties: mapping },
        Late: { Type: "AWS::X::Y", DependsOn: "Link" },
      },
    );
    expect(resources.Mapping).toMatchObject({ DependsOn: ["LinkPolicy"] });
    expect(resources.Late).toMatchObject({ DependsOn: ["LinkPolicy"] });
  });

  it("takes identifiers of resources from elsewhere", () => {
    const { resources } = connect({
      Source: { Type: "AWS::Serverless::Function", RoleName: "their-role" },
      Destination: { Type: "AWS::S3::Bucket", Arn: "arn:aws:s3:::theirs" },
      Permissions: ["Read"],
    });
    expect(resources.LinkPolicy).toMatchObject({ Properties: { Roles: ["their-role"] } });
  });

  it.each<[string, JsonObject]>([
    ["a resource that is not there", { Source: { Id: "Fn" }, Destination: { Id: "Nothing" }, Permissions: ["Read"] }],
    ["types that do not connect", { Source: { Id: "Bucket" }, Destination: { Id: "Table" }, Permissions: ["Read"] }],
    ["permissions that do not exist", { Source: { Id: "Topic" }, Destination: { Id: "Fn" }, Permissions: ["Read"] }],
    ["no permissions", { Source: { Id: "Fn" }, Destination: { Id: "Table" }, Permissions: [] }],
    ["half a combination", { Source: { Id: "Queue" }, Destination: { Id: "Fn" }, Permissions: ["Read"] }],
    ["an id beside a type", { Source: { Id: "Fn", Type: "T" }, Destination: { Id: "Table" }, Permissions: ["Read"] }],
    [
      "a function without a known role",
      { Source: { Type: "AWS::Lambda::Function" }, Destination: { Id: "Table" }, Permissions: ["Read"] },
    ],
    ["a missing ARN", { Source: { Id: "Fn" }, Destination: { Type: "AWS::DynamoDB::Table" }, Permissions: ["Read"] }],
    ["an empty list", { Source: { Id: "Fn" }, Destination: [], Permissions: ["Read"] }],
  ])("refuses %s", (_name, properties) => {
    expect(connect(properties).problems).toMatchObject([{ severity: "error", logicalId: "Link" }]);
  });
});

describe("Connectors of a resource", () => {
  const embed = (connector: unknown) =>
    expandResources({
      ...others,
      Queue: JSON.parse(JSON.stringify({ Type: "AWS::SQS::Queue", Connectors: { In: connector } })),
    });

  it("become connectors whose source is the resource", () => {
    const { resources } = embed({ Properties: { Destination: { Id: "Fn" }, Permissions: ["Read", "Write"] } });
    expect(resources.QueueInPolicy).toMatchObject({ Type: "AWS::IAM::ManagedPolicy" });
    expect(resources.Queue).toEqual({ Type: "AWS::SQS::Queue" });
  });

  it.each([
    ["text"],
    [{}],
    [{ Properties: { Destination: { Id: "Fn" }, Permissions: ["Read"], SourceReference: { Id: "A" } } }],
  ])("are refused when they are %j", (connector) => {
    expect(embed(connector).problems).toMatchObject([{ severity: "error" }]);
  });
});
