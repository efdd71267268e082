import type { PolicyDocument } from "./policy-document";

/** IAM's limits in characters. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyQuotas = {
  /** One managed policy, a permissions boundary included. */
  managed: 6_144,
  /** All inline policies of a role together. */
  inlineOfRole: 10_240,
  /** Managed policies attached to one role, unless the account's quota was raised. */
  managedPoliciesOfRole: 10,
  /** A session policy's text. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
  session: 2_048,
  /** A role's trust policy, unless the account's quota was raised. */
  trust: 2_048,
  /** The largest of the services' own limits: S3's bucket policies. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
  resource: 20_480,
  /** Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
  organizations: 5_120,
} as const;

/**
 * The most that the identity policies and the boundary of a role hold in any account: 20 managed policies, which is as far
 * as that quota can be raised, the inline ones and the boundary.
 */
export const largestRole = 20 * policyQuotas.managed + policyQuotas.inlineOfRole + policyQuotas.managed;

/** The characters that count against a quota: the document without the white space between its elements. */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}
