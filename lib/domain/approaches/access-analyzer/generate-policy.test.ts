import { describe, expect, it } from "vitest";
import type { ActionCatalogue } from "../../policy/action-catalogue";
import { generatePolicy } from "./generate-policy";
import type { ObservedEvent } from "./observe-events";

const catalogue: ActionCatalogue = {
  version: "test",
  services: {
    lambda: {
      createfunction: { name: "CreateFunction", accessLevel: "Write", resourceTypes: ["function"], conditionKeys: [] },
      deletefunction: { name: "DeleteFunction", accessLevel: "Write", resourceTypes: ["function"], conditionKeys: [] },
    },
    cloudformation: {
      gettemplatesummary: { name: "GetTemplateSummary", accessLevel: "Read", resourceTypes: [], conditionKeys: [] },
    },
    sns: { createtopic: { name: "CreateTopic", accessLevel: "Write", resourceTypes: ["topic"], conditionKeys: [] } },
    s3: { putobject: { name: "PutObject", accessLevel: "Write", resourceTypes: ["object"], conditionKeys: [] } },
  },
  resourceTypes: {
    lambda: {
      function: {
        arn: ["arn:$", "{Partition}:lambda:$", "{Region}:$", "{Account}:function:$", "{FunctionName}"].join(""),
        conditionKeys: [],
      },
    },
  },
};
const target = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;
const management = (action: string, names: ObservedEvent["names"] = "request"): ObservedEvent => ({
  action,
  category: "management",
  names,
});

describe("generatePolicy", () => {
  const generated = generatePolicy(
    [
      management("lambda:DeleteFunction"),
      management("lambda:CreateFunction"),
      management("cloudformation:GetTemplateSummary", "none"),
      management("lambda:CreateFunction", "response"),
      management("lambda:CreateEventSourceMapping", "response"),
      management("sqs:GetQueueAttributes"),
      management("sns:CreateTopic"),
      { action: "s3:PutObject", category: "data", names: "request" },
    ],
    target,
    catalogue,
  );

  it("groups used actions by the resources that they can be scoped to, and fills the placeholders", () => {
    expect(generated.document.Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["cloudformation:GetTemplateSummary", "lambda:CreateEventSourceMapping"],
        Resource: "*",
      },
      {
        Effect: "Allow",
        Action: ["lambda:CreateFunction", "lambda:DeleteFunction"],
        Resource: "arn:aws:lambda:eu-central-1:123456789012:function:*",
      },
    ]);
  });

  it("leaves out single actions of services whose others it names", () => {
    expect(generated.actionsLeftOut).toEqual(["sqs:GetQueueAttributes"]);
  });

  it("tells which placeholders the events could fill, once for each action", () => {
    expect(generated.namedInRequest).toEqual(["lambda:CreateFunction", "lambda:DeleteFunction"]);
    expect(generated.namedInResponse).toEqual(["lambda:CreateEventSourceMapping"]);
  });

  it("names services without action-level information and data events apart", () => {
    expect(generated.servicesWithoutActions).toEqual(["sns"]);
    expect(generated.dataEvents).toEqual(["s3:PutObject"]);
  });
});
