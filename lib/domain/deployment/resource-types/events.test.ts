import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks, probePlan } from "./rule-probe";

const rule = (properties: JsonObject = {}) => ({ Nightly: { Type: "AWS::Events::Rule", Properties: properties } });
const target = (properties: JsonObject = {}) => ({
  Targets: [{ Id: "t", Arn: "arn:aws:lambda:eu-central-1:123456789012:function:f", ...properties }],
});
const role = "arn:aws:iam::123456789012:role/r";

describe("AWS::Events::Rule", () => {
  it("is looked for, put, and given targets where it has some", () => {
    expect(probeActions(rule(), "create")).toEqual(["events:DescribeRule", "events:PutRule"]);
    expect(probeActions(rule(target()), "create")).toContain("events:PutTargets");
    expect(probeActions(rule(target()), "delete")).toEqual([
      "events:DescribeRule",
      "events:RemoveTargets",
      "events:DeleteRule",
    ]);
    expect(probeActions(rule(), "delete")).not.toContain("events:RemoveTargets");
  });

  it("is put again with its targets, and hands over its role, whatever has changed", () => {
    const before = rule({ ...target(), RoleArn: role });
    const after = rule({ ...target(), RoleArn: role, Description: "d" });
    const put = ["events:DescribeRule", "events:PutRule", "iam:PassRole", "events:PutTargets"];
    expect(probeActions(after, "update", { before })).toEqual(put);
    expect(probeActions(rule({ Description: "d" }), "update", { before: rule() })).toEqual([
      "events:DescribeRule",
      "events:PutRule",
    ]);
    expect(probeActions(before, "update", { before })).toEqual([]);
  });

  it("passes the roles of its targets", () => {
    expect(probeActions(rule(target()), "create")).not.toContain("iam:PassRole");
    expect(
      probeChecks(rule(target({ RoleArn: role })), "create").find(({ action }) => action === "iam:PassRole"),
    ).toMatchObject({
      resources: [role],
      context: { "iam:PassedToService": ["events.amazonaws.com"] },
    });
  });

  it("is made without tags if it may not be tagged", () => {
    const calls = probePlan(rule({ Tags: [{ Key: "a", Value: "b" }] })).calls;
    expect(calls.find(({ checks }) => checks[0]?.action === "events:TagResource")?.onDenied).toBe("retry-without-tags");
    expect(probeActions(rule(), "create")).not.toContain("events:TagResource");
  });

  it("stands below its bus", () => {
    expect(probeChecks(rule({ Name: "n" }), "create")[0]?.resources[0]).toMatch(/:rule\/n$/);
    expect(probeChecks(rule({ Name: "n", EventBusName: "orders" }), "create")[0]?.resources[0]).toMatch(
      /:rule\/orders\/n$/,
    );
  });
});

describe("buses, connections and destinations", () => {
  it("a bus with a policy takes a permission", () => {
    const bus = (properties: JsonObject) => ({
      Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "orders", ...properties } },
    });
    expect(probeActions(bus({}), "create")).toEqual(["events:CreateEventBus", "events:DescribeEventBus"]);
    expect(probeActions(bus({ Policy: {} }), "create")).toContain("events:PutPermission");
  });

  it("a bus is looked for before a change, and its policy put again with any", () => {
    const bus = (properties: JsonObject) => ({
      Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "orders", ...properties } },
    });
    const update = (before: JsonObject, after: JsonObject) =>
      probeActions(bus(after), "update", { before: bus(before) });
    expect(update({}, { Description: "d" })).toEqual(["events:DescribeEventBus", "events:UpdateEventBus"]);
    expect(update({ Policy: {} }, { Policy: {}, Description: "d" })).toEqual([
      "events:DescribeEventBus",
      "events:UpdateEventBus",
      "events:PutPermission",
    ]);
    expect(update({ Policy: {} }, {})).toEqual(["events:DescribeEventBus"]);
  });

  it("a destination is read back after a change", () => {
    const destination = (method: string) => ({
      Out: { Type: "AWS::Events::ApiDestination", Properties: { Name: "out", HttpMethod: method } },
    });
    expect(probeActions(destination("PUT"), "update", { before: destination("POST") })).toEqual([
      "events:UpdateApiDestination",
      "events:DescribeApiDestination",
    ]);
  });

  it("a connection keeps its credentials in a secret", () => {
    const connection = {
      Out: { Type: "AWS::Events::Connection", Properties: { Name: "out", AuthorizationType: "API_KEY" } },
    };
    const secret = probeChecks(connection, "create").find(({ action }) => action === "secretsmanager:CreateSecret");
    expect(secret?.patterns[0]).toMatch(/:secret:events!connection\/out\/\*/);
  });

  it("a connection brings its service-linked role only to an account that has none", () => {
    const connection = { Out: { Type: "AWS::Events::Connection", Properties: { Name: "out" } } };
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    expect(probeActions(connection, "create")).not.toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(connection, "create", { settings: { account } })).toContain("iam:CreateServiceLinkedRole");
  });
});
