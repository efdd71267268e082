import { describe, expect, it } from "vitest";
import { inspectTemplate, suggestStackName, usesImageFunctions } from "./inspect-template";

const template = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { PackageType: Image }
Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod], Description: Where it runs }
  Size: { Type: Number, Default: 3 }
  Token: { Type: String, NoEcho: true }
Resources:
  Orders: { Type: AWS::SQS::Queue }
  Late: { Type: AWS::SQS::Queue }
  Worker: { Type: AWS::Serverless::Function }
  Child:
    Type: AWS::Serverless::Application
    Properties: { Location: ./child.yaml }
  Other:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: "https://s3.amazonaws.com/bucket/other.yaml" }
`;

describe("inspectTemplate", () => {
  it("tells parameters, resources and nested templates", () => {
    expect(inspectTemplate(template, "orders.yaml")).toEqual({
      problems: [],
      parameters: [
        {
          name: "Stage",
          type: "String",
          default: "dev",
          allowedValues: ["dev", "prod"],
          description: "Where it runs",
          noEcho: false,
        },
        { name: "Size", type: "Number", default: "3", allowedValues: [], description: null, noEcho: false },
        { name: "Token", type: "String", default: null, allowedValues: [], description: null, noEcho: true },
      ],
      resourceCount: 5,
      resourceTypes: [
        { type: "AWS::SQS::Queue", count: 2 },
        { type: "AWS::CloudFormation::Stack", count: 1 },
        { type: "AWS::Serverless::Application", count: 1 },
        { type: "AWS::Serverless::Function", count: 1 },
      ],
      suggestedStackName: "orders",
      nestedTemplatePaths: ["./child.yaml"],
    });
  });

  it.each(["", "[", "just words", "Resources: {}", "\t\t", "- a\n- b", "Resources:\n  A: { Type: 3 }\n"])(
    "answers %j with a problem",
    (text) => {
      const { problems } = inspectTemplate(text, null);
      expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    },
  );
});

describe("suggestStackName", () => {
  it.each([
    ["order-pipeline.yaml", "order-pipeline"],
    ["My App (v2).template.json", "My-App-v2-template"],
    ["infra/2024_orders.yml", "orders"],
    ["日本.yaml", "sam-app"],
    [null, "sam-app"],
    [`${"a".repeat(200)}.yaml`, "a".repeat(128)],
  ])("makes %j legal", (fileName, expected) => {
    expect(suggestStackName(fileName)).toBe(expected);
  });
});

describe("usesImageFunctions", () => {
  it("looks at functions and at the globals", () => {
    expect(usesImageFunctions(template)).toBe(true);
    expect(usesImageFunctions("Resources:\n  F: { Type: AWS::Serverless::Function }\n")).toBe(false);
  });
});
