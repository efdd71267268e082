import type { ConditionBlock } from "../../lib/domain/policy/policy-document";
import type { Random } from "./random";

/** Keys that AWS puts into any request, with values near enough to each other that conditions sometimes hold. */
interface KeySpec {
  readonly key: string;
  readonly operators: readonly string[];
  readonly actual: readonly string[];
  readonly wanted: readonly string[];
  readonly multivalued?: boolean;
}

const strings = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
];
const dates = [
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
];
const numbers = dates.map((name) => name.replace("Date", "Numeric"));
const arns = ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"];

const keys: readonly KeySpec[] = [
  {
    key: "aws:PrincipalTag/team",
    operators: strings,
    actual: ["alpha", "Alpha", "alphabet", "beta", "*"],
    wanted: [
      "alpha",
      "ALPHA",
      "al*",
      "?eta",
      "*",
      "${aws:PrincipalTag/other}",
      "${aws:PrincipalTag/other, 'beta'}",
      "${*}",
    ],
  },
  {
    key: "aws:PrincipalTag/other",
    operators: strings,
    actual: ["alpha", "beta", "gamma"],
    wanted: ["beta", "g*", "x"],
  },
  {
    key: "aws:RequestedRegion",
    operators: strings,
    actual: ["us-east-1", "eu-central-1"],
    wanted: ["us-east-1", "eu-*", "us-????-1", "ap-south-1"],
  },
  {
    key: "aws:SecureTransport",
    operators: ["Bool"],
    actual: ["true", "false", "True"],
    wanted: ["true", "false", "TRUE"],
  },
  {
    key: "aws:CurrentTime",
    operators: dates,
    actual: ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.500Z", "2025-12-31T23:59:59Z"],
    wanted: ["2026-03-01T12:00:00Z", "2026-03-01", "2026-01-01T00:00:00Z", "2026-03-01T13:00:00+01:00"],
  },
  {
    key: "aws:MultiFactorAuthAge",
    operators: numbers,
    actual: ["0", "300", "3600", "12.5"],
    wanted: ["300", "3600.0", "12.5", "-1", "nonsense"],
  },
  {
    key: "aws:SourceIp",
    operators: ["IpAddress", "NotIpAddress"],
    actual: ["10.1.2.3", "192.0.2.7", "203.0.113.9", "2001:db8::1", "2001:db8:ffff::9"],
    wanted: ["10.0.0.0/8", "192.0.2.7", "203.0.113.8/30", "2001:db8::/33", "2001:DB8:FFFF:0::9/128", "0.0.0.0/0"],
  },
  {
    key: "aws:PrincipalArn",
    operators: [...arns, "StringLike", "StringNotLike", "StringEquals"],
    actual: ["arn:aws:iam::123456789012:role/deploy", "arn:aws:iam::123456789012:role/ci/deploy:main"],
    wanted: [
      "arn:aws:iam::123456789012:role/deploy",
      "arn:aws:iam::*:role/*",
      "arn:aws:iam::1234567890??:role/ci/*",
      "arn:aws:*:role/*",
      "arn:*:iam::123456789012:role/${aws:PrincipalTag/team}",
    ],
  },
  {
    key: "aws:CalledVia",
    operators: [...strings],
    actual: ["cloudformation.amazonaws.com", "lambda.amazonaws.com", "sns.amazonaws.com"],
    wanted: ["cloudformation.amazonaws.com", "*.amazonaws.com", "lambda.amazonaws.com"],
    multivalued: true,
  },
];

export function generateContext(random: Random): Readonly<Record<string, readonly string[]>> {
  const context: Record<string, readonly string[]> = {};
  for (const { key, actual, multivalued } of keys) {
    if (random.chance(0.3)) continue;
    const spelled = random.chance(0.1) ? key.toUpperCase().replace("AWS:PRINCIPALTAG/", "aws:principalTag/") : key;
    context[spelled] = multivalued === true ? [...new Set(random.several(actual, 0, 3))] : [random.pick(actual)];
  }
  return context;
}

export function generateCondition(random: Random): ConditionBlock {
  const block: Record<string, Record<string, readonly string[]>> = {};
  const lines = random.chance(0.7) ? 1 : 2;
  for (let line = 0; line < lines; line++) {
    const spec = random.pick(keys);
    const operator = generateOperator(random, spec);
    const values =
      operator === "Null" ? [random.pick(["true", "false"])] : [...new Set(random.several(spec.wanted, 1, 3))];
    block[operator] = { ...block[operator], [spec.key]: values };
  }
  return block;
}

function generateOperator(random: Random, spec: KeySpec): string {
  if (random.chance(0.1)) return "Null";
  const ifExists = random.chance(0.25) ? "IfExists" : "";
  const qualified = spec.multivalued === true ? random.chance(0.9) : random.chance(0.05);
  const qualifier = qualified ? random.pick(["ForAllValues:", "ForAnyValue:"]) : "";
  return `${qualifier}${random.pick(spec.operators)}${ifExists}`;
}
