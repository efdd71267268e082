import { describe, expect, it } from "vitest";
import { differencePolicies } from "./difference";
import { grants } from "./grants";
import type { PolicyDocument, Statement } from "./policy-document";
import { smallCatalogue } from "./testing/small-catalogue";

const document = (...statements: readonly Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
const orders = "arn:aws:s3:::orders/*";

describe("grants", () => {
  it("lists an action, a pattern and a condition at a time", () => {
    const Condition = { StringEquals: { "aws:RequestedRegion": ["eu-central-1"] } };
    expect(
      grants(document({ Effect: "Allow", Action: "s3:GetObject*", Resource: [orders], Condition }), smallCatalogue),
    ).toEqual([
      {
        action: "s3:GetObject",
        resource: orders,
        except: [],
        condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
        denied: [],
      },
      {
        action: "s3:GetObjectAcl",
        resource: orders,
        except: [],
        condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
        denied: [],
      },
    ]);
  });

  it("leaves out what another grant covers, and what is denied whole", () => {
    const policy = document(
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: ["*", orders] },
      { Effect: "Deny", Action: "s3:Put*", Resource: "*" },
    );
    expect(grants(policy, smallCatalogue).map(({ action, resource }) => [action, resource])).toEqual([
      ["s3:GetObject", "*"],
    ]);
  });

  it("keeps a denial that reaches into a grant beside it", () => {
    const policy = document(
      { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
      { Effect: "Deny", Action: "s3:*", Resource: orders },
      {
        Effect: "Deny",
        Action: "s3:*",
        Resource: "arn:aws:s3:::a",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    );
    expect(grants(policy, smallCatalogue)[0]?.denied).toEqual([
      { resource: "arn:aws:s3:::a", except: [], condition: { Bool: { "aws:SecureTransport": "false" } } },
      { resource: orders, except: [], condition: null },
    ]);
  });

  it("says what NotResource leaves out and what NotAction covers", () => {
    const policy = document({
      Effect: "Allow",
      NotAction: ["s3:*", "lambda:*", "iam:*"],
      NotResource: [orders, orders],
    });
    expect(grants(policy, smallCatalogue)).toEqual([
      { action: "sqs:SendMessage", resource: "*", except: [orders], condition: null, denied: [] },
    ]);
  });
});

describe("differencePolicies", () => {
  it("sees through spelling: order, wildcards, statements, Sids", () => {
    const a = document({ Sid: "All", Effect: "Allow", Action: "lambda:Get*", Resource: "*" });
    const b = document(
      { Effect: "Allow", Action: ["lambda:GetLayerVersion", "LAMBDA:getfunction"], Resource: ["*"] },
      { Effect: "Allow", Action: "lambda:GetFunctionConfiguration", Resource: ["*", "arn:aws:lambda:*"] },
    );
    expect(differencePolicies(a, b, smallCatalogue)).toEqual({ onlyInA: [], onlyInB: [] });
  });

  it("names what one can and the other cannot", () => {
    const a = document({ Effect: "Allow", Action: "s3:GetObject", Resource: orders });
    const b = document({ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::*" });
    const { onlyInA, onlyInB } = differencePolicies(a, b, smallCatalogue);
    expect(onlyInA).toEqual([]);
    expect(onlyInB.map(({ action, resource }) => [action, resource])).toEqual([
      ["s3:GetObject", "arn:aws:s3:::*"],
      ["s3:PutObject", "arn:aws:s3:::*"],
    ]);
  });

  it("counts a condition and a denial as a limit", () => {
    const free = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
    const bound = document({
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    });
    const denied = document(...free.Statement, { Effect: "Deny", Action: "s3:GetObject", Resource: orders });
    expect(differencePolicies(bound, free, smallCatalogue)).toMatchObject({
      onlyInA: [],
      onlyInB: [{ action: "s3:GetObject" }],
    });
    expect(differencePolicies(denied, free, smallCatalogue)).toMatchObject({
      onlyInA: [],
      onlyInB: [{ action: "s3:GetObject" }],
    });
  });

  it("takes several documents of one role together", () => {
    const parts = [
      document({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }),
      document({ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }),
    ];
    const whole = document({ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" });
    expect(differencePolicies(parts, whole, smallCatalogue)).toEqual({ onlyInA: [], onlyInB: [] });
  });
});
