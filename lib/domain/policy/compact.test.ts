import { describe, expect, it } from "vitest";
import { compactPolicy, fitBoundary, fitIdentityPolicies } from "./compact";
import { grants } from "./grants";
import type { PolicyDocument, Statement } from "./policy-document";
import { policyQuotas, policySize } from "./size";
import { smallCatalogue } from "./testing/small-catalogue";

const document = (...statements: readonly Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
const objects = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:s3:::orders-${index}/incoming/*`);

describe("compactPolicy", () => {
  it("leaves a document alone that fits", () => {
    const policy = document({ Sid: "A", Effect: "Allow", Action: ["s3:GetObject", "s3:*"], Resource: "*" });
    expect(compactPolicy(policy, smallCatalogue, 6_144)).toEqual({
      document: policy,
      steps: [],
      size: policySize(policy),
      fits: true,
    });
  });

  it("goes no further than the limit asks for", () => {
    const policy = document(
      {
        Sid: "Keep",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:getobject", "s3:PutObject"],
        Resource: "arn:aws:s3:::a/*",
      },
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" },
    );
    expect(compactPolicy(policy, smallCatalogue, policySize(policy) - 10).steps).toEqual(["drop-repeated"]);
  });

  it("shortens to the utmost when it must, with the same grants", () => {
    const policy = document(
      { Sid: "One", Effect: "Allow", Action: ["lambda:GetFunction", "lambda:GetFunctionConfiguration"], Resource: "*" },
      { Sid: "Two", Effect: "Allow", Action: "lambda:GetLayerVersion", Resource: ["*", "arn:aws:lambda:*"] },
      { Sid: "Three", Effect: "Allow", Action: "lambda:GetFunction", Resource: "arn:aws:lambda:eu-central-1:*" },
    );
    const { document: compact, fits } = compactPolicy(policy, smallCatalogue, 0);
    expect(compact.Statement).toEqual([{ Effect: "Allow", Action: "lambda:Get*", Resource: "*" }]);
    expect(fits).toBe(false);
    expect(grants(compact, smallCatalogue)).toEqual(grants(policy, smallCatalogue));
  });

  it("uses no wildcard that would cover more than is listed, and keeps actions it does not know", () => {
    const policy = document({
      Effect: "Allow",
      Action: ["lambda:GetFunction", "lambda:GetFunctionConfiguration", "lambda:GetSomethingNew"],
      Resource: "*",
    });
    const { document: compact } = compactPolicy(policy, smallCatalogue, 0);
    expect(compact.Statement[0]?.Action).toEqual(["lambda:GetSomethingNew", "lambda:GetFunction*"]);
  });
});

describe("fitIdentityPolicies", () => {
  it("splits what is too long into policies that fit and grant the same together", () => {
    const policy = document(
      { Sid: "Objects", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: objects(400) },
      { Sid: "Roles", Effect: "Allow", Action: "iam:CreateRole", Resource: "*" },
    );
    const { documents, fits } = fitIdentityPolicies([policy], smallCatalogue);
    expect(fits).toBe(true);
    expect(documents.length).toBeGreaterThan(2);
    for (const part of documents) expect(policySize(part)).toBeLessThanOrEqual(policyQuotas.managed);
    expect(grants(documents, smallCatalogue)).toEqual(grants(policy, smallCatalogue));
  });

  it("says so when a role cannot have that many policies", () => {
    const policy = document({ Effect: "Allow", Action: ["s3:GetObject"], Resource: objects(2_500) });
    expect(fitIdentityPolicies([policy], smallCatalogue).fits).toBe(false);
  });
});

describe("fitBoundary", () => {
  const actions = ["s3:GetObject", "s3:PutObject", "lambda:CreateFunction"];

  it("leaves a boundary alone that fits", () => {
    const policy = document({ Effect: "Allow", Action: actions, Resource: "*" });
    expect(fitBoundary(policy, smallCatalogue)).toEqual({
      document: policy,
      outcome: "fits",
      steps: [],
      widenings: [],
    });
  });

  it("compacts before it widens", () => {
    const policy = document(
      ...objects(60).map((Resource): Statement => ({ Effect: "Allow", Action: actions, Resource })),
    );
    const { outcome, document: compact, widenings } = fitBoundary(policy, smallCatalogue);
    expect(outcome).toBe("compacted");
    expect(widenings).toEqual([]);
    expect(grants(compact, smallCatalogue)).toEqual(grants(policy, smallCatalogue));
  });

  it("widens visibly where it must, denials never", () => {
    const deny: Statement = { Effect: "Deny", Action: "iam:CreateRole", Resource: "*" };
    const policy = document({ Effect: "Allow", Action: actions, Resource: objects(200) }, deny);
    const { outcome, document: widened, widenings } = fitBoundary(policy, smallCatalogue);
    expect(outcome).toBe("widened");
    expect(policySize(widened)).toBeLessThanOrEqual(policyQuotas.managed);
    expect(widenings.at(-1)).toMatchObject({ statement: 0, element: "Resource", to: "*" });
    expect(widened.Statement[1]).toEqual(deny);
  });

  it("says when it is impossible", () => {
    const policy = document({ Effect: "Deny", Action: "s3:GetObject", Resource: objects(300) });
    expect(fitBoundary(policy, smallCatalogue)).toMatchObject({ outcome: "impossible", document: policy });
  });
});
