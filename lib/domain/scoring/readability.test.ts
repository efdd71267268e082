import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { measureReadability } from "./readability";

const table: ManagedPolicyTable = {
  version: "test",
  policies: {
    AdministratorAccess: {
      path: "AdministratorAccess",
      document: policy({ Effect: "Allow", Action: "*", Resource: "*" }),
    },
  },
};

function policy(...statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

function read(...policies: readonly PolicyDocument[]) {
  return measureReadability({ ...noRolePolicies, policies, executionRole: null }, table);
}

const inRegion = { StringEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } };

describe("measureReadability", () => {
  it("finds nothing to read where nothing is written", () => {
    expect(read()).toEqual({ documents: 0, statements: 0, characters: 0, resources: 0, conditions: 0 });
  });

  it("counts a resource once, however many statements name it", () => {
    const orders = "arn:aws:sqs:eu-central-1:123456789012:orders";
    const measured = read(
      policy(
        { Effect: "Allow", Action: "sqs:CreateQueue", Resource: [orders, "*"] },
        { Effect: "Deny", Action: "sqs:DeleteQueue", NotResource: orders },
      ),
    );
    expect(measured).toMatchObject({ documents: 1, statements: 2, resources: 2, conditions: 0 });
  });

  it("counts a condition once, however its key and the order of its values are written", () => {
    const other = { StringEquals: { "AWS:RequestedRegion": ["eu-west-1", "eu-central-1"] } };
    const narrower = { StringEquals: { "aws:RequestedRegion": "eu-central-1" } };
    const measured = read(
      ...[inRegion, other, narrower].map((Condition) =>
        policy({ Effect: "Allow", Action: "sqs:*", Resource: "*", Condition }),
      ),
    );
    expect(measured.conditions).toBe(2);
  });

  it("counts each key of a block as a condition of its own", () => {
    const Condition = { StringEquals: { "aws:RequestedRegion": "eu-central-1", "aws:ResourceTag/team": "shop" } };
    expect(read(policy({ Effect: "Allow", Action: "sqs:*", Resource: "*", Condition })).conditions).toBe(2);
  });

  it("reads managed policies, boundary and the execution role too, and leaves the trust policy out", () => {
    const allow = policy({ Effect: "Allow", Action: "sqs:*", Resource: "*" });
    const trust = policy({
      Effect: "Allow",
      Principal: { Service: "cloudformation.amazonaws.com" },
      Action: "sts:AssumeRole",
    });
    const role = { policies: [], managedPolicies: ["AdministratorAccess"], boundary: allow, trustPolicy: trust };
    const one = measureReadability({ ...role, executionRole: null }, table);
    const both = measureReadability({ ...role, executionRole: role }, table);
    expect(one).toMatchObject({ documents: 2, statements: 2, resources: 1 });
    expect(both).toMatchObject({ documents: 4, statements: 4, resources: 1, characters: 2 * one.characters });
  });

  it("measures characters as IAM does, without the white space between elements", () => {
    const document = policy({ Effect: "Allow", Action: "sqs:*", Resource: "*" });
    expect(read(document).characters).toBe(JSON.stringify(document).length);
  });
});
