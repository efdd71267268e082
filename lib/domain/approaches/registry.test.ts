import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import { compareTemplate } from "../compare";
import type { ComparisonInput, DomainData } from "../comparison-input";
import type { ComparisonReport } from "../comparison-report";
import type { RegistryTable } from "../deployment/registry-rule";
import { defaultDeploySettings, type Topology } from "../stack";
import { noMaterial } from "./material";

const templateText = `
Resources:
  Thing:
    Type: AWS::Probe::Thing
  Topic:
    Type: AWS::SNS::Topic
  Odd:
    Type: constructor
`;

const executionRoleArn = "arn:aws:iam::123456789012:role/deploy-execution";

const registry: RegistryTable = {
  version: "2026-11-23 us-east-1",
  types: {
    "AWS::Probe::Thing": {
      create: ["sqs:CreateQueue", "sqs:NoSuchAction", "S3:GetBucket*", "nonsense"],
      read: ["sqs:GetQueueAttributes"],
      update: ["sqs:SetQueueAttributes"],
      delete: ["sqs:DeleteQueue"],
    },
    "AWS::SNS::Topic": {
      create: ["sns:CreateTopic", "sns:TagResource"],
      read: ["sns:GetTopicAttributes"],
      update: ["sns:SetTopicAttributes"],
      delete: ["sns:DeleteTopic"],
    },
  },
};

function compare(data: DomainData, topology: Topology = "caller"): ComparisonReport {
  const input: ComparisonInput = {
    templateText,
    stackName: "probe",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: { ...defaultDeploySettings, topology, executionRoleArn },
    material: noMaterial,
    nestedTemplates: {},
  };
  const { value, problems } = compareTemplate(input, data);
  if (!value) throw new Error(problems.map(({ message }) => message).join(" "));
  return value;
}

const { registry: _none, ...withoutRegistry } = loadDomainData();
const withRegistry = { ...withoutRegistry, registry };

function findReference({ candidates }: ComparisonReport) {
  const candidate = candidates.find(({ approach }) => approach === "registry");
  if (!candidate?.policies) throw new Error("the reference takes no part");
  return { ...candidate, policies: candidate.policies };
}

function grantsOf(policies: { readonly policies: ReturnType<typeof findReference>["policies"]["policies"] }) {
  return Object.fromEntries(
    policies.policies.flatMap(({ Statement }) =>
      Statement.map(({ Sid, Action, Resource }) => [Sid, { Action, Resource }]),
    ),
  );
}

describe("without the download", () => {
  it("a type without a rule stays unknown, and there is no reference", () => {
    const report = compare(withoutRegistry);
    expect(report.coverage).toEqual({ documented: 1, registry: 0, unknown: 2 });
    expect(report.problems.filter(({ code }) => code === "not-modelled").map(({ logicalId }) => logicalId)).toEqual([
      "Thing",
      "Odd",
    ]);
    expect(report.versions).not.toHaveProperty("registry");
    expect(report.candidates.map(({ approach }) => approach)).not.toContain("registry");
  });
});

describe("with the download", () => {
  const report = compare(withRegistry);

  it("such a type makes the calls of its handlers, marked as from the registry, and the report names its date", () => {
    expect(report.coverage).toEqual({ documented: 1, registry: 1, unknown: 1 });
    expect(report.versions["registry"]).toBe("2026-11-23 us-east-1");
    const created = report.requests.filter(({ phase, logicalId }) => phase === "create" && logicalId === "Thing");
    expect(created.map(({ action, resources, certainty }) => [action, resources, certainty])).toEqual([
      ["sqs:CreateQueue", ["*"], "registry"],
      ["sqs:GetQueueAttributes", ["*"], "registry"],
      ["sqs:DeleteQueue", ["*"], "registry"],
    ]);
  });

  it("a type with a rule of ours keeps it", () => {
    const topic = report.requests.filter(({ logicalId }) => logicalId === "Topic");
    expect(new Set(topic.map(({ certainty }) => certainty))).toEqual(new Set(["documented"]));
  });

  it("the reference stands after administrator and grants on * what the handlers of all types list", () => {
    const names = report.candidates.map(({ name }) => name);
    expect(names.indexOf("registry")).toBe(names.indexOf("administrator") + 1);
    const { policies, provenance, evidence } = findReference(report);
    expect(grantsOf(policies)["HandlersOfResourceTypes"]).toEqual({
      Action: [
        "S3:GetBucket*",
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:GetTopicAttributes",
        "sns:SetTopicAttributes",
        "sns:TagResource",
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:GetQueueAttributes",
        "sqs:SetQueueAttributes",
      ],
      Resource: "*",
    });
    expect(grantsOf(policies)["DeploymentItself"]?.Action).toContain("cloudformation:CreateChangeSet");
    expect(evidence).toBe("simulated");
    expect(provenance[0]?.detail).toMatch(/2026-11-23 us-east-1.*upper bound.*none for constructor/);
  });

  it("the reference works as proposed and is scored", () => {
    const { trial, scores } = findReference(report);
    expect(trial?.works).toBe(true);
    expect(scores).not.toBeNull();
  });

  it("an execution role gets the handlers' permissions, the CI role those of the deployment", () => {
    const { policies, trial } = findReference(compare(withRegistry, "execution-role"));
    expect(grantsOf(policies)).not.toHaveProperty("HandlersOfResourceTypes");
    expect(grantsOf(policies)["DeploymentItself"]?.Action).toContain("iam:PassRole");
    expect(grantsOf(policies.executionRole ?? policies)).toHaveProperty("HandlersOfResourceTypes");
    expect(trial?.works).toBe(true);
  });
});
