import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json";
import { expandSam } from "./expand-sam";

const positions = { find: () => null };
const options = {
  parameters: {},
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
} as const;
const template = (Resources: JsonObject, more: JsonObject = {}) => ({
  document: { Transform: "AWS::Serverless-2016-10-31", ...more, Resources },
  positions,
});
const parent = template({
  Jobs: {
    Type: "AWS::Serverless::Application",
    Properties: { Location: "./jobs/template.yaml", Parameters: { Size: 2, Role: { Ref: "R" } } },
  },
});
const fn = { Type: "AWS::Serverless::Function", Properties: { CodeUri: "src", Handler: "a.b", Runtime: "nodejs24.x" } };

describe("expandSam with nested applications", () => {
  it("packages and expands what is supplied, at every depth", () => {
    const nestedTemplates = {
      "jobs/template.yaml": template({
        Worker: fn,
        Deep: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "deep.yaml" } },
      }),
      "deep.yaml": template({ Inner: fn }),
    };
    const { value, problems } = expandSam(parent, { ...options, nestedTemplates });
    expect(problems).toEqual([]);
    expect(value?.artifacts).toMatchObject([{ kind: "template", logicalId: "Jobs" }]);
    expect(value?.nested.Jobs?.document.Resources).toHaveProperty("WorkerRole");
    expect(value?.nested.Jobs?.artifacts.map(({ localPath }) => localPath)).toEqual(["src", "deep.yaml"]);
    expect(value?.nested.Jobs?.nested.Deep?.document.Resources).toHaveProperty("InnerRole");
  });

  it("ends with a template that contains itself", () => {
    const { value, problems } = expandSam(parent, { ...options, nestedTemplates: { "jobs/template.yaml": parent } });
    expect(value?.nested.Jobs?.nested).toEqual({});
    expect(problems).toMatchObject([{ code: "nested-template-missing", logicalId: "Jobs" }]);
  });

  it("warns of templates that are not supplied, and passes on the faults of those that are", () => {
    expect(expandSam(parent, options).problems).toMatchObject([
      {
        code: "nested-template-missing",
        severity: "warning",
        logicalId: "Jobs",
        path: "Resources.Jobs.Properties.Location",
      },
    ]);
    const broken = template({ Worker: { Type: "AWS::Serverless::Function", Properties: { Handler: 1 } } });
    expect(expandSam(parent, { ...options, nestedTemplates: { "jobs/template.yaml": broken } }).problems).toMatchObject(
      [
        {
          severity: "error",
          logicalId: "Jobs",
          message: expect.stringMatching(/^In \.\/jobs\/template\.yaml: Worker/),
        },
      ],
    );
  });
});

describe("parameters of nested applications", () => {
  const inner = template(
    { Worker: { ...fn, Properties: { ...fn.Properties, AutoPublishAlias: { Ref: "Stage" } } } },
    { Parameters: { Stage: { Type: "String", Default: "none" } } },
  );
  const cases: readonly [string, Json, string][] = [
    ["a literal", "live", "live"],
    ["a parameter of the parent", { Ref: "Stage" }, "prod"],
    ["a text with a pseudo parameter", { "Fn::Sub": "${AWS::StackName}" }, "orders"],
    ["a condition of the parent", { "Fn::If": ["IsProd", "live", "dev"] }, "live"],
    ["a name that only the deployment gives", { Ref: "Topic" }, "none"],
  ];
  it.each(cases)("reach the transform where they are known: %s", (_name, value, alias) => {
    const outer = template(
      {
        Topic: { Type: "AWS::SNS::Topic" },
        Jobs: {
          Type: "AWS::Serverless::Application",
          Properties: { Location: "a.yaml", Parameters: { Stage: value } },
        },
      },
      {
        Parameters: { Stage: { Type: "String", Default: "dev" } },
        Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
      },
    );
    const given = { ...options, parameters: { Stage: "prod" }, nestedTemplates: { "a.yaml": inner } };
    const resources = expandSam(outer, given).value?.nested.Jobs?.document.Resources;
    expect(Object.keys(Object(resources))).toContain(`WorkerAlias${alias}`);
  });
});

describe("expandSam with language extensions", () => {
  it("unrolls loops first, and packages what they made", () => {
    const looped = template(
      { "Fn::ForEach::Fns": ["Name", ["A", "B"], { "Fn${Name}": fn }] },
      { Transform: ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"] },
    );
    const { value, problems } = expandSam(looped, options);
    expect(problems).toEqual([]);
    expect(Object.keys(JSON.parse(JSON.stringify(value?.document.Resources)))).toEqual(
      expect.arrayContaining(["FnA", "FnARole", "FnB", "FnBRole"]),
    );
    expect(value?.artifacts.map(({ logicalId }) => logicalId)).toEqual(["FnA", "FnB"]);
  });
});
