import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import type { JsonObject } from "../json";
import { defaultDeploySettings, type StackTarget } from "../stack";
import { startResolving } from "../template/resolve-template";
import { shareUnchanged } from "../template/share-unchanged";
import { deriveCalls, startDeriving } from "./derive-calls";
import { prepareStack } from "./prepare-stack";

const data = loadDomainData();
const target: StackTarget = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
};

const topic = { Type: "AWS::SNS::Topic", Properties: { TopicName: "orders" } };
const subscription = {
  Type: "AWS::SNS::Subscription",
  Properties: { TopicArn: { Ref: "Topic" }, Protocol: "email", Endpoint: "ops@example.com" },
};
const policy = {
  Type: "AWS::IAM::Policy",
  Properties: {
    PolicyName: "orders",
    Roles: ["deployer"],
    PolicyDocument: { Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] },
  },
};
const role = {
  Type: "AWS::IAM::Role",
  Properties: { RoleName: "deployer", Path: "/team/", AssumeRolePolicyDocument: { Statement: [] } },
};
const hash = "0123456789abcdef0123456789abcdef";
const bucket = { Type: "AWS::S3::Bucket", Properties: { BucketName: `logs-${hash}` } };
const queue = (properties: JsonObject) => ({ Type: "AWS::SQS::Queue", Properties: properties });
const alarm = {
  Type: "AWS::CloudWatch::Alarm",
  Condition: "IsProduction",
  Properties: { AlarmName: { "Fn::If": ["IsProduction", "live", "test"] } },
};
const conditions = (value: string) => ({ IsProduction: { "Fn::Equals": [value, "yes"] } });
const artifact = {
  kind: "zip",
  logicalId: "Handler",
  resourceType: "AWS::Lambda::Function",
  property: "Code",
  localPath: "handler/",
  location: `s3://artifacts/${hash}`,
} as const;

interface Version {
  readonly document: JsonObject;
  readonly artifacts?: readonly (typeof artifact)[];
}

/** A first template, and one in which a resource that is written the same is not the same any more. */
const cases: Readonly<Record<string, readonly [Version, Version]>> = {
  "what it refers to has another name": [
    { document: { Resources: { Topic: topic, Subscription: subscription } } },
    {
      document: {
        Resources: { Topic: { ...topic, Properties: { TopicName: "sales" } }, Subscription: subscription },
      },
    },
  ],
  "what it refers to is another type of resource": [
    { document: { Resources: { Topic: topic, Subscription: subscription } } },
    { document: { Resources: { Topic: queue({}), Subscription: subscription } } },
  ],
  "a resource that it only names by a text is there": [
    { document: { Resources: { Policy: policy } } },
    { document: { Resources: { Policy: policy, Role: role } } },
  ],
  "one of its texts is the key of a new artifact": [
    { document: { Resources: { Bucket: bucket } } },
    { document: { Resources: { Bucket: bucket } }, artifacts: [artifact] },
  ],
  "a condition that it exists under is another": [
    { document: { Conditions: conditions("yes"), Resources: { Alarm: alarm, Topic: topic } } },
    { document: { Conditions: conditions("no"), Resources: { Alarm: alarm, Topic: topic } } },
  ],
  "a resource that its removal shows the tags of is tagged otherwise": [
    { document: { Resources: { Topic: topic, Subscription: subscription } } },
    {
      document: {
        Resources: {
          Topic: { ...topic, Properties: { ...topic.Properties, Tags: [{ Key: "team", Value: "shop" }] } },
          Subscription: subscription,
        },
      },
    },
  ],
  "it has another place among the resources": [
    { document: { Resources: { Topic: topic, Bucket: bucket } } },
    { document: { Resources: { Bucket: bucket, Topic: { ...topic, DependsOn: "Bucket" } } } },
  ],
};

describe("resources that are written the same", () => {
  it.each(Object.entries(cases))("are worked out again where %s", (_name, [first, second]) => {
    const resolve = startResolving();
    const derive = startDeriving(defaultDeploySettings, data);
    const prepare = ({ document, artifacts = [] }: Version) =>
      prepareStack(
        { document: shareUnchanged(first.document, document), artifacts, origins: {}, nested: {} },
        target,
        undefined,
        resolve,
      ).value;
    const anew = ({ document, artifacts = [] }: Version) =>
      prepareStack({ document: structuredClone(document), artifacts, origins: {}, nested: {} }, { ...target }).value;
    const before = prepare(first);
    const beforeAnew = anew(first);
    // Through the first version twice, so that everything that can be kept is kept.
    for (const version of [first, second, first]) {
      const plan = derive(before, prepare(version)).value;
      expect(plan).toEqual(deriveCalls(beforeAnew, anew(version), defaultDeploySettings, data).value);
    }
  });

  it("keep their calls where nothing of that kind changes", () => {
    const document = { Resources: { Topic: topic, Bucket: bucket } };
    const changed = { Resources: { ...document.Resources, Queue: queue({}) } };
    const resolve = startResolving();
    const derive = startDeriving(defaultDeploySettings, data);
    const prepare = (written: JsonObject) =>
      prepareStack({ document: written, artifacts: [], origins: {}, nested: {} }, target, undefined, resolve).value;
    const before = prepare(document);
    const [first, second] = [derive(before, prepare(document)), derive(before, prepare(changed))];
    const removal = (plan: typeof first) =>
      plan.value.calls.find(({ phase, logicalId }) => phase === "delete" && logicalId === "Bucket");
    expect(removal(second)?.checks).toBe(removal(first)?.checks);
  });
});
