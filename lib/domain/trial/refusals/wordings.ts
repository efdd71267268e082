import type { PolicyType } from "../../policy/decision";
import { toIamAction } from "./api-action-names";
import type { Refusal } from "./refusal";

/** What a wording says of a refusal; the rest is `null`. */
export type WordedRefusal = Partial<Omit<Refusal, "line" | "logicalId">>;

/** One way in which AWS words a refusal. `read` takes the named groups of the match. */
export interface Wording {
  readonly pattern: RegExp;
  /** Only where nothing else in the same line says more. */
  readonly isLastResort?: boolean;
  read(groups: Readonly<Record<string, string | undefined>>): readonly WordedRefusal[];
}

const action = "[`'\"]?(?<action>[A-Za-z][A-Za-z0-9-]*:[A-Za-z*]+[A-Za-z0-9]*)[`'\"]?";
const api = "API:\\s*(?<api>[A-Za-z0-9-]+:[A-Za-z0-9]+)\\s+";
const resource = "(?:(?:role|user|group|policy|instance profile)\\s+[^\\s\"'\\\\]+|[^\\s\"'\\\\]+)";
const policyType = "[a-z-]+(?:\\s+[a-z-]+){0,3}?\\s+(?:policy|boundary)";
const reason = `(?:\\s+(?<reason>with\\s+an\\s+explicit\\s+deny(?:\\s+in\\s+an?\\s+${policyType})?|because\\s+no\\s+${policyType}))?`;

/** In this order; a text that one has taken is not read again. */
export const wordings: readonly Wording[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  {
    pattern: wording(
      `(?:User:\\s*(?<principal>[^\\s"]+(?: [^\\s"]+){0,3}?)\\s+is\\s+)?not\\s+authorized\\s+to\\s+perform:?\\s+${action}` +
        `(?:\\s+on\\s+(?:resource:\\s*(?<resource>${resource})|(?<arn>arn:[^\\s"]+)|the\\s+specified\\s+resource))?${reason}`,
    ),
    read: ({ action = "", principal, resource, arn, reason = "" }) => [
      {
        action: toIamAction(action),
        principal: principal ?? null,
        resource: cleanResource(resource ?? arn),
        ...readReason(reason),
      },
    ],
  },
  // Logs names the operation and then the permission that is missing.
  {
    pattern: wording(
      `(?:User with accountId:\\s*(?<principal>\\S+)\\s+is\\s+)?not\\s+authorized\\s+to\\s+perform\\s+\\w+\\s+with\\s+Tags\\.\\s+An\\s+additional\\s+permission\\s+\\\\?["']${action}`,
    ),
    read: ({ action = "" }) => [{ action: toIamAction(action) }],
  },
  {
    pattern: wording(
      "IAM\\s+permissions\\s+(?<actions>[\\w-]+:\\w+(?:(?:,|\\s+and|,\\s+and)\\s+[\\w-]+:\\w+)*)\\s+are\\s+required",
    ),
    read: ({ actions = "" }) => (actions.match(/[\w-]+:\w+/g) ?? []).map((name) => ({ action: toIamAction(name) })),
  },
  {
    pattern: wording(
      `missing\\s+the\\s+following\\s+permissions?:\\s*(?<actions>'?[\\w-]+:\\w+'?(?:,\\s*'?[\\w-]+:\\w+'?)*)`,
    ),
    read: ({ actions = "" }) => (actions.match(/[\w-]+:\w+/g) ?? []).map((name) => ({ action: toIamAction(name) })),
  },
  {
    pattern: wording(
      `(?:doesn't|does\\s+not)\\s+have\\s+(?:the\\s+)?permissions?\\s+to\\s+(?:call|perform)\\s+${action}`,
    ),
    read: ({ action = "" }) => [{ action: toIamAction(action) }],
  },
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-service-linked-roles.html
  {
    pattern: wording("not\\s+authorized\\s+to\\s+create\\s+or\\s+assume\\s+a\\s+service\\s+linked\\s+role"),
    read: () => [{ action: "iam:CreateServiceLinkedRole" }],
  },
  {
    pattern: wording("policy\\s+already\\s+exists\\s+due\\s+to\\s+lack\\s+of\\s+(?<operation>get\\w+)\\s+permission"),
    read: ({ operation = "" }) => [{ action: `iam:${operation.charAt(0).toUpperCase()}${operation.slice(1)}` }],
  },
  {
    pattern: wording(
      "S3\\s+Bucket\\s+Policy\\s+already\\s+exists\\s+due\\s+to\\s+lack\\s+of\\s+describe\\s+permission",
    ),
    read: () => [{ action: "s3:GetBucketPolicy" }],
  },
  // The caller must be able to put the key's policy again: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
  {
    pattern: wording("new\\s+key\\s+policy\\s+will\\s+not\\s+allow\\s+you\\s+to\\s+update\\s+the\\s+key\\s+policy"),
    read: () => [{ action: "kms:PutKeyPolicy" }],
  },
  // EC2 hides the action behind a code, and S3 says nothing but no; CloudFormation names the operation before either.
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
  {
    pattern: wording(
      `${api}(?:You\\s+are\\s+not\\s+authorized\\s+to\\s+perform\\s+this\\s+operation|Access\\s+Denied)`,
    ),
    read: ({ api = "" }) => [{ action: toIamAction(api) }],
  },
  {
    pattern: wording(`${api}Access\\s+to\\s+the\\s+resource\\s+\\S+\\s+is\\s+denied`),
    read: ({ api = "" }) => [{ action: toIamAction(api) }],
  },
  // The AWS CLI and boto3 name the operation; without a principal it is S3 that refused.
  {
    pattern: wording(
      "\\((?:AccessDenied|403)\\)\\s+when\\s+calling\\s+the\\s+(?<operation>\\w+)\\s+operation(?:\\s+\\([^)]*\\))?:\\s+(?:Access\\s+Denied|Forbidden)",
    ),
    read: ({ operation = "" }) => [{ action: toIamAction(`s3:${operation}`) }],
  },
  {
    pattern: wording(
      "\\(UnauthorizedOperation\\)\\s+when\\s+calling\\s+the\\s+(?<operation>\\w+)\\s+operation(?:\\s+\\([^)]*\\))?:\\s+You\\s+are\\s+not\\s+authorized\\s+to\\s+perform\\s+this\\s+operation\\.?(?!\\s+User:)",
    ),
    read: ({ operation = "" }) => [{ action: `ec2:${operation}` }],
  },
  // An attribute that another resource takes: the operation is one of the service that holds it.
  {
    pattern: wording(
      "attribute\\s+for\\s+AWS::(?<service>\\w+)::\\w+,\\s+with\\s+error\\s+message\\s+Access\\s+denied\\s+for\\s+operation\\s+'(?<operation>(?:[\\w-]+:)?\\w+)'",
    ),
    read: ({ service = "", operation = "" }) => [
      { action: operation.includes(":") ? toIamAction(operation) : `${service.toLowerCase()}:${operation}` },
    ],
  },
  {
    pattern: wording("Access\\s+denied\\s+for\\s+operation\\s+'(?<type>AWS::\\w+::\\w+)'"),
    read: ({ type }) => [{ resourceType: type ?? null }],
  },
  // A message that was cut off: CloudFormation's operations are its actions.
  {
    pattern: wording(
      "\\(AccessDenied(?:Exception)?\\)\\s+when\\s+calling\\s+the\\s+(?<operation>\\w*(?:Stacks?|ChangeSets?|StackEvents|StackResources?|Template|TemplateSummary))\\s+operation",
    ),
    isLastResort: true,
    read: ({ operation = "" }) => [{ action: `cloudformation:${operation}` }],
  },
  // Refusals that name no action at all.
  {
    pattern: wording("You\\s+are\\s+not\\s+authorized\\s+to\\s+perform\\s+this\\s+operation"),
    isLastResort: true,
    read: () => [{}],
  },
  {
    pattern: wording(
      "Access\\s+Denied\\s*\\(Service:|S3\\s+error:\\s+Access\\s+Denied|Access\\s+to\\s+KMS\\s+is\\s+not\\s+allowed",
    ),
    isLastResort: true,
    read: () => [{}],
  },
  {
    pattern: wording("Insufficient\\s+privileges\\s+to\\s+(?:create|update|delete)"),
    isLastResort: true,
    read: () => [{}],
  },
  {
    pattern: wording(
      "(?:Error\\s?Code:|ErrorCode=\\[?)\\s*(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnauthorizedTaggingOperation|AuthorizationError)\\b",
    ),
    isLastResort: true,
    read: () => [{}],
  },
];

/** Errors with a code of refusal that no policy of the caller lifts: an account that AWS has not verified, public access that is blocked. */
export const otherRefusals = /account must be verified|public policies are blocked|BlockPublic(?:Policy|Acls)/i;

function wording(source: string): RegExp {
  return new RegExp(source, "gi");
}

const policyTypes: readonly (readonly [RegExp, PolicyType])[] = [
  [/identity-based policy/, "identity"],
  [/permissions boundary/, "boundary"],
  [/session policy/, "session"],
  [/service control policy/, "scp"],
  [/resource control policy/, "rcp"],
  [/resource-based policy/, "resource"],
];

function readReason(reason: string): Pick<Refusal, "blockedBy" | "explicitDeny"> {
  const text = reason.replace(/\s+/g, " ").toLowerCase();
  const [, blockedBy = null] = policyTypes.find(([name]) => name.test(text)) ?? [];
  return { blockedBy, explicitDeny: text.startsWith("with an explicit deny") };
}

/** Without the punctuation of the sentence around it. */
function cleanResource(printed: string | undefined): string | null {
  const cleaned = (printed ?? "").replace(/\s+/g, " ").replace(/[.,;)\]]+$/, "");
  return cleaned === "" || cleaned.startsWith("[") ? null : cleaned;
}
