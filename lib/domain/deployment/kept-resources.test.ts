import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import type { JsonObject } from "../json";
import type { Artifact } from "../sam/expanded-template";
import { defaultDeploySettings, type StackTarget } from "../stack";
import { startResolving } from "../template/resolve-template";
import { shareUnchanged } from "../template/share-unchanged";
import type { ApiCall } from "./api-call";
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
const watch = (attribute: string) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: { AlarmName: "orders", AlarmDescription: { "Fn::GetAtt": ["Topic", attribute] } },
});
const hash = "0123456789abcdef0123456789abcdef";
const bucket = { Type: "AWS::S3::Bucket", Properties: { BucketName: `logs-${hash}` } };
const queue = (properties: JsonObject) => ({ Type: "AWS::SQS::Queue", Properties: properties });
const alarm = {
  Type: "AWS::CloudWatch::Alarm",
  Condition: "IsProduction",
  Properties: { AlarmName: { "Fn::If": ["IsProduction", "live", "test"] } },
};
const conditions = (value: string) => ({ IsProduction: { "Fn::Equals": [value, "yes"] } });
const artifact: Artifact = {
  kind: "zip",
  logicalId: "Handler",
  resourceType: "AWS::Lambda::Function",
  property: "Code",
  localPath: "handler/",
  location: `s3://artifacts/${hash}`,
};

interface Version {
  readonly document: JsonObject;
  readonly artifacts?: readonly Artifact[];
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
  "what it refers to changes, but not what the reference comes to": [
    { document: { Resources: { Topic: topic, Subscription: subscription } } },
    {
      document: {
        Resources: {
          Topic: { ...topic, Properties: { ...topic.Properties, DisplayName: "Orders" } },
          Subscription: subscription,
        },
      },
    },
  ],
  "what it refers to is renamed, and keeps an attribute": [
    { document: { Resources: { Topic: topic, Watch: watch("TopicName") } } },
    {
      document: {
        Resources: { Topic: { ...topic, Properties: { TopicName: "sales" } }, Watch: watch("TopicName") },
      },
    },
  ],
  "another attribute is taken of it": [
    { document: { Resources: { Topic: topic, Watch: watch("TopicName") } } },
    { document: { Resources: { Topic: topic, Watch: watch("TopicArn") } } },
  ],
  "a resource that it only names by a text is there": [
    { document: { Resources: { Policy: policy } } },
    { document: { Resources: { Policy: policy, Role: role } } },
  ],
  "one of its texts is the key of a new artifact": [
    { document: { Resources: { Bucket: bucket } } },
    { document: { Resources: { Bucket: bucket } }, artifacts: [artifact] },
  ],
  "another artifact is uploaded beside the first": [
    { document: { Resources: { Bucket: bucket } }, artifacts: [artifact] },
    {
      document: { Resources: { Bucket: bucket } },
      artifacts: [artifact, { ...artifact, logicalId: "Worker", location: "s3://artifacts/worker" }, artifact],
    },
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

  it("keep their calls, and so does the command line, where nothing of that kind changes", () => {
    const resources = { Topic: topic, Subscription: subscription, Bucket: bucket };
    const resolve = startResolving();
    const derive = startDeriving(defaultDeploySettings, data);
    const prepare = (written: JsonObject, artifacts: Version["artifacts"] = []) =>
      prepareStack({ document: { Resources: written }, artifacts, origins: {}, nested: {} }, target, undefined, resolve)
        .value;
    const before = prepare(resources);
    const changed = { ...resources, Topic: { ...topic, Properties: { ...topic.Properties, DisplayName: "Orders" } } };
    const [first, second, third] = [
      derive(before, prepare(resources, [artifact])).value.calls,
      derive(before, prepare({ ...resources, Queue: queue({}) }, [artifact])).value.calls,
      derive(before, prepare(changed, [artifact, { ...artifact, location: "s3://artifacts/other" }])).value.calls,
    ];
    // Calls on objects are numbered, so that those after another artifact's have other ids.
    const isLasting = ({ phase, logicalId, via, operation }: ApiCall) =>
      logicalId === null
        ? via === "cli" && !operation.startsWith("s3:")
        : phase === "delete" && ["Topic", "Subscription", "Bucket"].includes(logicalId);
    const lasting = first.filter(isLasting);
    expect(new Set(lasting.map(({ phase }) => phase)).size).toBeGreaterThan(5);
    for (const call of lasting) {
      expect(second).toContain(call);
      expect(third).toContain(call);
    }
  });
});
