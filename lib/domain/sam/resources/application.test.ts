import { describe, expect, it, vi } from "vitest";
import type { JsonObject } from "../../json";
import type { ApplicationRepository } from "../expand-options";
import { expandResources } from "../testing/expand-resources";

const app = (properties: JsonObject) => ({ Type: "AWS::Serverless::Application", Properties: properties });
const fromRepository = { Location: { ApplicationId: "arn:app", SemanticVersion: "1.0.0" } };

describe("AWS::Serverless::Application", () => {
  it("becomes a nested stack with the template at the location", () => {
    const { resources } = expandResources({
      Jobs: app({ Location: "https://example.com/t.yaml", Parameters: { A: "1" }, Tags: { T: "x" } }),
    });
    expect(resources.Jobs).toEqual({
      Type: "AWS::CloudFormation::Stack",
      Properties: {
        TemplateURL: "https://example.com/t.yaml",
        Parameters: { A: "1" },
        Tags: [
          { Key: "lambda:createdBy", Value: "SAM" },
          { Key: "T", Value: "x" },
        ],
      },
    });
  });

  it("asks the repository once for each application and version", () => {
    const repository = vi.fn<ApplicationRepository>(() => ({
      kind: "template",
      templateUrl: "https://example.com/app",
    }));
    const { resources } = expandResources(
      { A: app(fromRepository), B: app(fromRepository) },
      { applicationRepository: repository },
    );
    expect(repository).toHaveBeenCalledTimes(1);
    expect(resources.B).toMatchObject({
      Properties: {
        TemplateURL: "https://example.com/app",
        Tags: [
          { Key: "lambda:createdBy" },
          { Key: "serverlessrepo:applicationId", Value: "arn:app" },
          { Key: "serverlessrepo:semanticVersion", Value: "1.0.0" },
        ],
      },
    });
  });

  it("gives a placeholder where there is no repository to ask", () => {
    const { resources } = expandResources({ A: app(fromRepository) });
    expect(resources.A).toMatchObject({ Properties: { TemplateURL: expect.stringMatching(/^https:/) } });
  });

  it.each<[string, JsonObject]>([
    ["no location", {}],
    ["a location without version", { Location: { ApplicationId: "a" } }],
    ["an id that is no text", { Location: { ApplicationId: 1, SemanticVersion: "1.0.0" } }],
    ["an id that cannot be resolved", { Location: { ApplicationId: { "Fn::Sub": "a" }, SemanticVersion: "1.0.0" } }],
    ["a dynamic reference", { Location: { ApplicationId: "{{resolve:ssm:/app}}", SemanticVersion: "1.0.0" } }],
    ["a reserved tag", { Location: "https://example.com/t", Tags: { "lambda:createdBy": "me" } }],
  ])("refuses %s", (_name, properties) => {
    expect(expandResources({ Jobs: app(properties) }).problems).toMatchObject([
      { severity: "error", logicalId: "Jobs" },
    ]);
  });

  it("refuses repository applications where there is no repository", () => {
    const { problems } = expandResources({ Jobs: app(fromRepository) }, { region: "eu-south-1" });
    expect(problems).toMatchObject([{ logicalId: "Jobs", message: expect.stringContaining("eu-south-1") }]);
  });

  it("refuses what the repository refuses", () => {
    const { problems } = expandResources(
      { Jobs: app(fromRepository) },
      { applicationRepository: () => ({ kind: "refused", reason: "No such application." }) },
    );
    expect(problems).toMatchObject([{ logicalId: "Jobs", message: expect.stringContaining("No such application.") }]);
  });
});
