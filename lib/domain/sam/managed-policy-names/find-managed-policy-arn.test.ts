import { expect, it } from "vitest";
import { findManagedPolicyArn } from "./find-managed-policy-arn";

it("knows the path and the partition of a managed policy", () => {
  expect(findManagedPolicyArn("aws", "AWSLambdaBasicExecutionRole")).toBe(
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  );
  expect(findManagedPolicyArn("aws-cn", "AmazonS3ReadOnlyAccess")).toBe(
    "arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess",
  );
  expect(findManagedPolicyArn("aws", "TeamPolicy")).toBeUndefined();
  expect(findManagedPolicyArn("aws", "constructor")).toBeUndefined();
});
