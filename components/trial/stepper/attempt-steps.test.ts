import { describe, expect, it } from "vitest";
import type { ListedRequest } from "@/lib/domain/comparison-report";
import { smallPlan } from "@/lib/domain/trial/plan-for-tests";
import type { Attempt, Denial, StackEvent } from "@/lib/domain/trial/trial";
import { listCliCalls, listSteps, listWaveResources, tellEnd } from "./attempt-steps";
import { findResourceStates } from "./resource-states";

const request = (phase: ListedRequest["phase"], action: string, via: ListedRequest["via"] = "cli"): ListedRequest => ({
  key: action,
  callId: `${phase}/${action}`,
  principal: "ci",
  action,
  resources: ["*"],
  patterns: ["*"],
  context: {},
  cause: "Type",
  source: "registry",
  certainty: "documented",
  phase,
  via,
  logicalId: null,
  resourceType: null,
});

const refused = (asked: ListedRequest, effect: Denial["effect"] = "failed"): Denial => ({
  phase: asked.phase,
  logicalId: asked.via === "cli" ? null : "Orders",
  resourceType: null,
  request: asked,
  decision: { decision: "implicitDeny", blockedBy: "identity", statements: [] },
  message: "",
  effect,
});

const event = (status: string, part: Partial<StackEvent> = {}): StackEvent => ({
  logicalId: "Orders",
  resourceType: "AWS::SQS::Queue",
  status,
  reason: null,
  phase: "create",
  denial: null,
  ...part,
});

const attemptOf = (part: Partial<Attempt>): Attempt => ({
  number: 2,
  outcome: "rolled-back",
  phase: "create",
  created: [],
  denials: [],
  events: [],
  fix: null,
  ...part,
});

const requests = [
  request("package", "s3:GetObject"),
  request("package", "s3:PutObject"),
  request("changeset", "cloudformation:CreateChangeSet"),
  request("create", "sqs:CreateQueue", "cloudformation"),
];
const resources = [{ logicalId: "Orders", type: "AWS::SQS::Queue", wave: 1, dependsOn: ["Key"] }];

describe("listCliCalls", () => {
  it("ends where the CLI was refused, and goes past what it ignores", () => {
    const [head, put] = requests.map((asked) => asked);
    if (!head || !put) throw new Error("There are four requests.");
    const attempt = attemptOf({ denials: [refused(head, "ignored"), refused(put)] });
    expect(listCliCalls(attempt, requests)).toEqual([{ phase: "package", action: "s3:GetObject" }]);
  });

  it("holds package and change set where CloudFormation was reached", () => {
    const actions = listCliCalls(attemptOf({}), requests).map(({ action }) => action);
    expect(actions).toEqual(["s3:GetObject", "s3:PutObject", "cloudformation:CreateChangeSet"]);
  });
});

describe("listSteps", () => {
  const create = request("create", "sqs:CreateQueue", "cloudformation");
  const attempt = attemptOf({
    created: ["Key"],
    denials: [refused(create)],
    events: [event("CREATE_IN_PROGRESS"), event("CREATE_FAILED", { denial: 0 })],
  });

  it("goes from the CLI over every event to the end", () => {
    const steps = listSteps(attempt, listCliCalls(attempt, requests), resources);
    expect(steps.map(({ kind, printed, denial }) => [kind, printed, denial])).toEqual([
      ["cli", 0, null],
      ["cli", 0, null],
      ["event", 1, null],
      ["event", 2, 0],
      ["end", 2, null],
    ]);
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      "sam deploy uploads what the template refers to: s3:GetObject, s3:PutObject.",
      "sam deploy makes a change set and starts it: cloudformation:CreateChangeSet.",
      "Orders starts; it waited for Key.",
      "sqs:CreateQueue is refused: Orders stops with CREATE_FAILED.",
      "Attempt 2: CloudFormation undid what it had made. 1 resource had been created.",
    ]);
  });

  it("says of an attempt that never started that nothing was made", () => {
    expect(tellEnd(attemptOf({ outcome: "not-started" }))).toBe(
      "Attempt 2: sam deploy was refused before CloudFormation made anything.",
    );
  });
});

describe("findResourceStates", () => {
  it.each([
    ["CREATE_IN_PROGRESS", "create", "in-progress"],
    ["CREATE_COMPLETE", "create", "created"],
    ["CREATE_FAILED", "create", "failed"],
    ["UPDATE_COMPLETE", "update", "updated"],
    ["UPDATE_COMPLETE", "rollback", "rolled-back"],
    ["DELETE_COMPLETE", "rollback", "rolled-back"],
    ["DELETE_COMPLETE", "delete", "deleted"],
    ["DELETE_FAILED", "rollback", "delete-failed"],
  ] as const)("takes %s in the %s phase as %s", (status, phase, state) => {
    const states = findResourceStates([event("CREATE_IN_PROGRESS"), event(status, { phase })]);
    expect(states.get("Orders")).toBe(state);
    expect(states.get("Key")).toBeUndefined();
  });
});

describe("listWaveResources", () => {
  const planned = smallPlan([["Orders", "Earlier"]], []).resources.map((resource) =>
    resource.logicalId === "Earlier" ? { ...resource, change: "delete" as const } : resource,
  );
  const idsOf = (events: readonly StackEvent[]) =>
    listWaveResources(attemptOf({ events }), planned).map(({ logicalId }) => logicalId);

  it("shows what only the update takes out of the stack where the attempt came to that", () => {
    expect(idsOf([event("CREATE_COMPLETE")])).toEqual(["Orders"]);
    expect(idsOf([event("DELETE_COMPLETE", { logicalId: "Earlier", phase: "update" })])).toEqual(["Orders", "Earlier"]);
  });
});
