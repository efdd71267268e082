import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandSam } from "../expand-sam";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject, attributes: JsonObject = {}) =>
  expandResources({
    Flow: {
      Type: "AWS::Serverless::StateMachine",
      Properties: { DefinitionUri: "s3://bucket/flow.json", ...properties },
      ...attributes,
    },
  });

describe("AWS::Serverless::StateMachine", () => {
  it("becomes a state machine and the role that it runs with", () => {
    const { resources } = expand({ Policies: "AWSLambdaRole", Tracing: { Enabled: true }, Tags: { Team: "a" } });
    const tags = [
      { Key: "stateMachine:createdBy", Value: "SAM" },
      { Key: "Team", Value: "a" },
    ];
    expect(resources.Flow).toEqual({
      Type: "AWS::StepFunctions::StateMachine",
      Properties: {
        DefinitionS3Location: { Bucket: "bucket", Key: "flow.json" },
        RoleArn: { "Fn::GetAtt": ["FlowRole", "Arn"] },
        TracingConfiguration: { Enabled: true },
        Tags: tags,
      },
    });
    expect(resources.FlowRole).toMatchObject({
      Type: "AWS::IAM::Role",
      Properties: {
        ManagedPolicyArns: [
          "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
          "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess",
        ],
        Tags: tags,
      },
    });
  });

  it("takes a role of the user's and makes none", () => {
    const { resources } = expand({ Role: "arn:aws:iam::123456789012:role/flow" });
    expect(Object.keys(resources)).toEqual(["Flow"]);
  });

  it("writes an inline definition as text, with its intrinsics as substitutions", () => {
    const Definition = { StartAt: "Do", States: { Do: { Type: "Task", Resource: { Ref: "Fn" }, End: true } } };
    const { resources } = expand({ DefinitionUri: null, Definition, DefinitionSubstitutions: { Given: "x" } });
    const { DefinitionString, DefinitionSubstitutions } = JSON.parse(JSON.stringify(resources.Flow?.Properties));
    const [delimiter, lines] = DefinitionString["Fn::Join"];
    expect(JSON.parse(lines.join(delimiter)).States.Do.Resource).toBe("${definition_substitution_1}");
    expect(DefinitionSubstitutions).toEqual({ Given: "x", definition_substitution_1: { Ref: "Fn" } });
  });

  it("spells floats in a definition as the template does", () => {
    const Properties = { Role: "r", Definition: { BackoffRate: 2 } };
    const document = { Resources: { Flow: { Type: "AWS::Serverless::StateMachine", Properties } } };
    const floats = new Map([["Resources.Flow.Properties.Definition.BackoffRate", "2.0"]]);
    const options = { parameters: {}, region: "eu-central-1", partition: "aws", account: "1", stackName: "s" } as const;
    const { value } = expandSam({ document, positions: { find: () => null }, floats }, options);
    expect(JSON.stringify(value?.document)).toContain('\\"BackoffRate\\": 2.0');
  });

  it("publishes a version and an alias", () => {
    const { resources } = expand({
      AutoPublishAlias: "live",
      DeploymentPreference: { Type: "CANARY", Percentage: 10, Interval: 5 },
    });
    expect(resources.FlowVersion).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    expect(resources.FlowAliaslive?.Properties).toEqual({
      Name: "live",
      DeploymentPreference: {
        Type: "CANARY",
        Percentage: 10,
        Interval: 5,
        StateMachineVersionArn: { Ref: "FlowVersion" },
      },
    });
  });

  it.each<[string, JsonObject]>([
    ["two definitions", { Definition: { a: 1 } }],
    ["a role beside policies", { Role: "r", Policies: "p" }],
    ["a preference without alias", { DeploymentPreference: { Type: "ALL_AT_ONCE" } }],
    ["an alias as target without alias", { UseAliasAsEventTarget: true }],
    ["a definition that is not in S3", { DefinitionUri: "flow" }],
    ["an unknown property", { Definitions: {} }],
  ])("refuses %s", (_name, properties) => {
    const { problems } = expandResources({
      Flow: { Type: "AWS::Serverless::StateMachine", Properties: { DefinitionUri: "s3://b/k", ...properties } },
    });
    expect(problems).toMatchObject([{ severity: "error", logicalId: "Flow" }]);
  });
});
