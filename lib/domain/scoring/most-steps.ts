/**
 * The steps that a role may cost, about a second. No managed policy of AWS costs a twentieth of it; only a role that is
 * written to cost much reaches it within IAM's quotas.
 */
export const mostSteps = 400_000_000;
