/** IAM's own shapes. A document here has passed `parsePolicyDocument`; text and unknown JSON have not. */
export type Effect = "Allow" | "Deny";

export interface Statement {
  readonly Sid?: string;
  readonly Effect: Effect;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Principal?: Principal;
  readonly NotPrincipal?: Principal;
  readonly Condition?: ConditionBlock;
}

export type Principal = "*" | Readonly<Record<string, string | readonly string[]>>;

/** operator → context key → values, as in `{"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}`. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
export type ConditionValue = string | number | boolean | readonly (string | number | boolean)[];

export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}
