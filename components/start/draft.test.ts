import { expect, test } from "vitest";
import { newRunSchema } from "@/lib/schemas/new-run";
import type { RunInput } from "@/lib/schemas/run";
import { draftOfRun, draftOfSample, emptyDraft, requestOf } from "./draft";

const templateText = "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n";

test("what is left empty is left out, and the suggested name stands in for none", () => {
  const request = requestOf(
    { ...emptyDraft, templateText, account: "  ", parameters: { Stage: "", Size: "2" } },
    "orders",
  );
  expect(request).toMatchObject({ stackName: "orders", account: null, currentPolicy: null, llmReply: null });
  expect(request.parameters).toEqual({ Size: "2" });
  expect(newRunSchema.safeParse(request).success).toBe(true);
});

test("a name that the user emptied is not replaced by a suggestion", () => {
  expect(requestOf({ ...emptyDraft, templateText, stackName: "" }, "orders").stackName).toBe("");
});

test("a sample opens with the settings of its recorded answer", () => {
  const sample = {
    name: "orders",
    fileName: "orders.yaml",
    description: "",
    templateText,
    stackName: "orders",
    region: "ap-northeast-1",
    account: "123456789012",
  };
  expect(requestOf(draftOfSample(sample), "x")).toMatchObject({
    stackName: "orders",
    region: "ap-northeast-1",
    account: "123456789012",
  });
});

test("all that a run was given comes back as it was: an account that nobody gave stays empty, the team's times stay behind", () => {
  const settings = { ciRoleName: "deploy" };
  const draft = {
    ...emptyDraft,
    templateText,
    fileName: "a.yaml",
    stackName: "orders",
    settings,
    currentPolicy: "{}",
    nextVersions: [{ name: "next.yaml", templateText }],
    histories: [{ id: "0c3f3b1e-6f0a-4c4e-9a53-0d6f7a1f2b3c", name: "template.yaml", versions: 12 }],
    timeModel: { wave: 1 },
  };
  const { nextVersions, histories, ...request } = newRunSchema.parse(requestOf(draft, ""));
  expect(histories).toEqual([draft.histories[0]?.id]);
  const input = {
    ...request,
    fileName: "a.yaml",
    account: "123456789012",
    accountGiven: false,
    currentPolicy: "{}",
    llmReply: null,
    teamTimes: { job: 2 },
    settings: fullSettings,
  };
  expect(draftOfRun({ input, nextVersions, histories: draft.histories })).toEqual({ ...draft, settings: fullSettings });
});

const fullSettings: RunInput["settings"] = {
  topology: "caller",
  executionRoleArn: null,
  ciRoleName: "deploy",
  artifactBucket: { kind: "managed" },
  artifactPrefix: null,
  artifactKmsKeyId: null,
  imageRepository: { kind: "managed" },
  stackTags: {},
  notificationArns: [],
  capabilities: [],
  account: {
    managedBucketExists: true,
    companionStackExists: true,
    serviceLinkedRolesExist: true,
    apiGatewayCloudWatchRoleExists: true,
    repositoriesAdmitLambda: false,
  },
};
