import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import type { CandidatePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { deriveCalls } from "../deployment/derive-calls";
import { defaultDeploySettings } from "../stack";
import { readVersion } from "../stages";
import { type HistoryOptions, replayHistory } from "./replay-history";

const data = loadDomainData();
const administrator: CandidatePolicies = {
  ...noRolePolicies,
  managedPolicies: ["AdministratorAccess"],
  executionRole: null,
};
const nothing: CandidatePolicies = { ...noRolePolicies, executionRole: null };
const queuesOnly: CandidatePolicies = {
  ...administrator,
  policies: [{ Statement: [{ Effect: "Deny", Action: "sns:*", Resource: "*" }] }],
};

const queue = { Orders: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: 1 } } };
const slowQueue = { Orders: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: 5 } } };
const topic = { Notices: { Type: "AWS::SNS::Topic" } };
const mystery = { Mystery: { Type: "AWS::Unheard::Of" } };

/** Versions v1, v2, … of the resources, or of a text that is no template. */
function replay(
  history: readonly (object | string)[],
  policies: CandidatePolicies,
  role: HistoryOptions["role"] = "as-given",
) {
  const versions = history.map((version, index) => ({
    name: `v${index + 1}`,
    templateText: typeof version === "string" ? version : JSON.stringify({ Resources: version }),
  }));
  const input = {
    templateText: "",
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: defaultDeploySettings,
    nestedTemplates: {},
  };
  return replayHistory(
    versions.map((version) => readVersion(version, input)),
    policies,
    (before, after) => deriveCalls(before, after, defaultDeploySettings, data).value,
    { role, managedPolicies: data.managedPolicies },
  );
}

describe("replayHistory", () => {
  it("creates the stack with the first version and updates it with each later one", () => {
    const { versions, ...figures } = replay([queue, slowQueue, { ...slowQueue, ...topic }], administrator);
    expect(versions.map(({ name, from, verdict }) => [name, from, verdict])).toEqual([
      ["v1", null, "deploys"],
      ["v2", "v1", "deploys"],
      ["v3", "v2", "deploys"],
    ]);
    expect(figures).toEqual({ survived: 3, failed: 0, share: 1 });
  });

  it("finds the deployment that would have failed, and goes on from it", () => {
    const { versions, share } = replay([queue, { ...queue, ...topic }, { ...slowQueue, ...topic }], queuesOnly);
    expect(versions.map(({ verdict }) => verdict)).toEqual(["deploys", "fails", "deploys"]);
    expect(versions[1]?.denials.map(({ request }) => request.action)).toContain("sns:CreateTopic");
    expect(share).toBeCloseTo(2 / 3);
  });

  it("counts the removal of a resource as part of the deployment that removes it", () => {
    const { versions } = replay([{ ...queue, ...topic }, queue], queuesOnly);
    expect(versions[1]?.denials.map(({ request }) => request.action)).toContain("sns:DeleteTopic");
  });

  it("asks for no permission to delete the stack or to roll back", () => {
    const [version] = replay([queue], nothing).versions;
    const phases = new Set(version?.denials.map(({ phase }) => phase));
    expect(phases).not.toContain("delete");
    expect(phases).not.toContain("rollback");
    expect(version?.denials.map(({ request }) => request.action)).not.toContain("sqs:DeleteQueue");
  });

  it("skips versions that CloudFormation would have refused, however many", () => {
    const { versions, survived } = replay(["[", "Resources: 1", queue, "[", "[", slowQueue], administrator);
    expect(versions.map(({ from, verdict }) => [from, verdict])).toEqual([
      [null, "rejected"],
      [null, "rejected"],
      [null, "deploys"],
      ["v3", "rejected"],
      ["v3", "rejected"],
      ["v3", "deploys"],
    ]);
    expect(versions[0]?.problems.some(({ severity }) => severity === "error")).toBe(true);
    expect(survived).toBe(2);
  });

  it("replays with the role that the first version's trial ends with, and keeps it", () => {
    const { versions } = replay([queue, queue, { ...queue, ...topic }], nothing, "repaired");
    expect(versions.map(({ verdict }) => verdict)).toEqual(["deploys", "deploys", "fails"]);
    expect(versions[2]?.fix?.parts.flatMap(({ statement }) => statement.Action ?? [])).toContain("sns:CreateTopic");
  });

  it("counts a version that brings an unknown type apart, and only that version", () => {
    const { versions, share } = replay([queue, { ...queue, ...mystery }, { ...slowQueue, ...mystery }], administrator);
    expect(versions.map(({ verdict }) => verdict)).toEqual(["deploys", "not-modelled", "deploys"]);
    expect(share).toBe(1);
  });

  it("has no share where nothing could be deployed", () => {
    expect(replay(["["], administrator)).toMatchObject({ survived: 0, failed: 0, share: null });
  });
});
