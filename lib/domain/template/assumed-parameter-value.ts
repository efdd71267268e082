import { isJsonArray, type JsonObject } from "../json";
import type { StackTarget } from "../stack";
import { asText } from "./resolution/intrinsic";

/**
 * A value that CloudFormation would take for a parameter of this type, as text. The name helps to guess what a plain
 * `String` means.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
export function assumeParameterValue(name: string, type: string, fields: JsonObject, target: StackTarget): string {
  const allowed = isJsonArray(fields.AllowedValues) ? asText(fields.AllowedValues[0]) : undefined;
  if (allowed !== undefined) return allowed;
  const element = /^List<(.+)>$/.exec(type)?.[1];
  if (element !== undefined) return assumeList(name, element, fields, target);
  if (type === "CommaDelimitedList") return assumeList(name, "String", fields, target);
  if (type === "Number") return assumeNumber(fields);
  const supplied = suppliedTypes.get(type);
  if (supplied !== undefined) return supplied(target, name);
  return assumeText(name, fields, target);
}

function assumeList(name: string, element: string, fields: JsonObject, target: StackTarget): string {
  const first = assumeParameterValue(name.replace(/s$/i, ""), element, fields, target);
  return distinctLists.has(element) || distinctNames.test(name) ? `${first},${second(first)}` : first;
}

const distinctLists = new Set(["AWS::EC2::Subnet::Id", "AWS::EC2::AvailabilityZone::Name"]);
const distinctNames = /subnet|availabilityzone/i;

function second(first: string): string {
  const last = first.at(-1);
  return first.slice(0, -1) + (last === "a" ? "b" : last === "1" ? "2" : "1");
}

function assumeNumber(fields: JsonObject): string {
  const least = asText(fields.MinValue);
  const most = asText(fields.MaxValue);
  return least ?? (most !== undefined && Number(most) < 1 ? most : "1");
}

/** The first guess that the parameter's own constraints take; without one, the plain guess. */
function assumeText(name: string, fields: JsonObject, target: StackTarget): string {
  const byName = namedGuesses.filter(([pattern]) => pattern.test(name)).map(([, guess]) => guess(target, name));
  const plain = `${name.toLowerCase()}-value`;
  const guesses = [...byName, plain, ...shapes].map((guess) => fitLength(guess, fields));
  return guesses.find((guess) => matchesPattern(guess, asText(fields.AllowedPattern))) ?? byName[0] ?? plain;
}

function fitLength(guess: string, fields: JsonObject): string {
  const least = Math.min(Number(asText(fields.MinLength) ?? 0) || 0, 4096);
  const most = Number(asText(fields.MaxLength) ?? 4096) || 4096;
  return guess.padEnd(least, "0").slice(0, Math.max(most, 0));
}

/** Patterns that nest repetition could run for ever, so they are not tried. */
function matchesPattern(guess: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (pattern.length > 300 || /[+*}][^()]*\)[+*{]/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(guess);
  } catch {
    return false;
  }
}

const shapes = [
  "value",
  "Value1",
  "1",
  "12",
  "10.0.0.0/16",
  "example.com",
  "a",
  "A1b2C3d4E5f6",
  "arn:aws:iam::123456789012:role/example",
];

type Guess = (target: StackTarget, name: string) => string;

const arn =
  (service: string, resource: string): Guess =>
  ({ partition, region, account }) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;

const iamArn =
  (resource: string): Guess =>
  ({ partition, account }) =>
    `arn:${partition}:iam::${account}:${resource}`;

/** Ids of EC2 end in 17 digits, the same for the same name. */
const ec2Id =
  (prefix: string): Guess =>
  (_target, name) =>
    `${prefix}-0${[1, 2].map((turn) => hashDigits(`${name}/${turn}`)).join("")}`;

function hashDigits(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const suppliedTypes: ReadonlyMap<string, Guess> = new Map([
  ["AWS::EC2::AvailabilityZone::Name", ({ region }) => `${region}a`],
  ["AWS::EC2::Image::Id", ec2Id("ami")],
  ["AWS::EC2::Instance::Id", ec2Id("i")],
  ["AWS::EC2::KeyPair::KeyName", () => "key-pair"],
  ["AWS::EC2::SecurityGroup::GroupName", () => "security-group"],
  ["AWS::EC2::SecurityGroup::Id", ec2Id("sg")],
  ["AWS::EC2::Subnet::Id", ec2Id("subnet")],
  ["AWS::EC2::VPC::Id", ec2Id("vpc")],
  ["AWS::EC2::Volume::Id", ec2Id("vol")],
  ["AWS::Route53::HostedZone::Id", () => "Z0123456789ABCDEFGHIJ"],
  ["AWS::SSM::Parameter::Name", () => "/example/parameter"],
] satisfies [string, Guess][]);

/** Ordered: the first that fits a name counts. */
const namedGuesses: readonly (readonly [RegExp, Guess])[] = [
  [/(permissions?)?boundary/i, iamArn("policy/boundary")],
  [/policyarn/i, iamArn("policy/example")],
  [/rolearn|role$/i, iamArn("role/example")],
  [/role(name)?$/i, () => "example"],
  [/(kms|key).*arn/i, arn("kms", "key/1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d")],
  [/cert.*arn/i, arn("acm", "certificate/1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d")],
  [/secret.*arn/i, arn("secretsmanager", "secret:example-a1b2c3")],
  [/topic.*arn/i, arn("sns", "example")],
  [/queue.*arn/i, arn("sqs", "example")],
  [/layer.*arn/i, arn("lambda", "layer:example:1")],
  [/(function|lambda).*arn/i, arn("lambda", "function:example")],
  [/table.*arn/i, arn("dynamodb", "table/example")],
  [
    /userpool.*arn/i,
    ({ partition, region, account }) =>
      `arn:${partition}:cognito-idp:${region}:${account}:userpool/${region}_a1B2c3D4e`,
  ],
  [/bucket.*arn/i, ({ partition }) => `arn:${partition}:s3:::example-bucket`],
  [/eventbus.*arn/i, arn("events", "event-bus/example")],
  [/arn$/i, arn("example", "example")],
  [/image(uri)?$|ecruri/i, ({ region, account }) => `${account}.dkr.ecr.${region}.amazonaws.com/example:latest`],
  [/email/i, () => "team@example.com"],
  [/vpcid|^vpc$/i, ec2Id("vpc")],
  [/subnet/i, ec2Id("subnet")],
  [/securitygroup|sgid/i, ec2Id("sg")],
  [/vpcendpoint(id)?$|vpce(id)?$/i, ec2Id("vpce")],
  [/routetable(id)?$/i, ec2Id("rtb")],
  [/availabilityzone|^az/i, ({ region }) => `${region}a`],
  [/hostedzone(id)?$|zoneid/i, () => "Z0123456789ABCDEFGHIJ"],
  [/url$|endpoint$/i, () => "https://example.com"],
  [/cidr/i, () => "10.0.0.0/16"],
  [/domain/i, () => "example.com"],
  [/bucket/i, () => "example-bucket"],
];
