import { describe, expect, it } from "vitest";
import { loadDomainData } from "../data/domain-data";
import type { CandidatePolicies } from "./approaches/candidate";
import { noRolePolicies } from "./approaches/candidate-shape";
import { type ReplayInput, replayVersions } from "./replay";
import { defaultDeploySettings } from "./stack";

const data = loadDomainData();
const administrator: CandidatePolicies = {
  ...noRolePolicies,
  managedPolicies: ["AdministratorAccess"],
  executionRole: null,
};
const queuesOnly: CandidatePolicies = {
  ...administrator,
  policies: [{ Statement: [{ Effect: "Deny", Action: "sns:*", Resource: "*" }] }],
};
const nothing: CandidatePolicies = { ...noRolePolicies, executionRole: null };

const queue = (delay: number) => ({ Orders: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: delay } } });
const topic = { Notices: { Type: "AWS::SNS::Topic" } };
const template = (resources: object) => JSON.stringify({ Resources: resources });

const texts: Readonly<Record<string, string>> = {
  slower: template(queue(5)),
  topic: template({ ...queue(5), ...topic }),
  broken: "Resources: [",
  unknown: template({ ...queue(5), Mystery: { Type: "AWS::Unheard::Of" } }),
};

function replay(kind: ReplayInput["kind"], names: readonly string[], roles: ReplayInput["roles"]) {
  const input: ReplayInput = {
    kind,
    templateText: template(queue(1)),
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: defaultDeploySettings,
    nestedTemplates: {},
    roles,
    versions: names.map((name) => ({ name, templateText: texts[name] ?? "" })),
  };
  return [...replayVersions(input, data)];
}

const roles: ReplayInput["roles"] = [
  { candidate: "administrator", asProposed: administrator, repaired: administrator },
  { candidate: "mended", asProposed: nothing, repaired: queuesOnly },
];

describe("replayVersions", () => {
  it("tries each next version as an update of the comparison's own template", () => {
    const outcomes = replay("next", ["topic", "slower", "broken", "unknown"], roles);
    const told = outcomes.map(({ name, from, verdicts }) => [
      name,
      from,
      ...verdicts.map(({ asProposed, repaired }) => `${asProposed.verdict}, ${repaired.verdict}`),
    ]);
    expect(told).toEqual([
      ["topic", null, "deploys, deploys", "fails, fails"],
      ["slower", null, "deploys, deploys", "fails, deploys"],
      ["broken", null, "rejected, rejected", "rejected, rejected"],
      ["unknown", null, "not-modelled, not-modelled", "fails, not-modelled"],
    ]);
    expect(outcomes[0]?.diff).toContain("+   Notices:");
    expect(outcomes[2]?.problems.some(({ severity }) => severity === "error")).toBe(true);
    expect(outcomes[3]?.notModelled).toEqual(["AWS::Unheard::Of"]);
  });

  it("creates the stack with a history's first version, and deploys each after the last that could be", () => {
    const outcomes = replay("history", ["slower", "broken", "topic", "slower"], roles);
    const told = outcomes.map(({ name, from, verdicts }) => [name, from, verdicts[1]?.repaired.verdict]);
    expect(told).toEqual([
      ["slower", null, "deploys"],
      ["broken", "slower", "rejected"],
      ["topic", "slower", "fails"],
      ["slower", "topic", "fails"],
    ]);
    expect(outcomes.map(({ diff }) => diff === null)).toEqual([true, true, false, false]);
    const refused = outcomes[2]?.verdicts[1]?.repaired;
    expect(refused?.denials.map(({ request }) => request.action)).toContain("sns:CreateTopic");
    expect(refused?.fix?.unliftable.length).toBeGreaterThan(0);
  });

  it("asks only what goes forward in a history, and the rollback too of a next version", () => {
    const noDelete = { Effect: "Deny" as const, Action: "sns:DeleteTopic", Resource: "*" };
    const policies = { ...administrator, policies: [{ Statement: [noDelete] }] };
    const role = [{ candidate: "no-delete", asProposed: policies, repaired: policies }];
    expect(replay("history", ["slower", "topic"], role)[1]?.verdicts[0]?.repaired.verdict).toBe("deploys");
    expect(replay("next", ["topic"], role)[0]?.verdicts[0]?.repaired.verdict).toBe("fails");
  });
});
