import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json";
import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import { expandSam, startExpanding } from "./expand-sam";

/** What is kept of one version of a template for the next must not show in what the next becomes. */

const fn = (properties: JsonObject, attributes: JsonObject = {}): JsonObject => ({
  Type: "AWS::Serverless::Function",
  ...attributes,
  Properties: { CodeUri: "src/", Handler: "app.handle", Runtime: "nodejs22.x", ...properties },
});
const withEvent = (event: JsonObject): JsonObject => fn({ Events: { Event: event } });
const api = (properties: JsonObject): JsonObject => ({
  Type: "AWS::Serverless::Api",
  Properties: { StageName: "live", ...properties },
});

/** By logical id, what may stand there. The same object in two versions is what a change has left as it was. */
const choices: Readonly<Record<string, readonly JsonObject[]>> = {
  Orders: [
    fn({}),
    fn({ AutoPublishAlias: "live", AutoPublishAliasAllProperties: true, Layers: [{ Ref: "Layer" }] }),
    fn({ AutoPublishAlias: { Ref: "Stage" }, AutoPublishCodeSha256: "6b86b2", Tracing: "Active" }),
    fn({ EventInvokeConfig: { MaximumRetryAttempts: 1 }, Policies: [{ SQSPollerPolicy: { QueueName: "q" } }] }),
    fn({ Role: { "Fn::If": ["IsProd", "arn:aws:iam::123456789012:role/r", { Ref: "AWS::NoValue" }] } }),
    fn({ Timeout: "long", MemorySize: { "Fn::FindInMap": ["Sizes", "prod", "memory"] } }, { Condition: "IsProd" }),
    withEvent({ Type: "SQS", Properties: { Queue: "arn:aws:sqs:eu-central-1:123456789012:q" } }),
    withEvent({ Type: "Api", Properties: { Path: "/orders", Method: "get", RestApiId: { Ref: "Rest" } } }),
    withEvent({ Type: "Api", Properties: { Path: "/orders", Method: "get" } }),
    fn({ Handler: [] }),
  ],
  Carts: [
    fn({
      Environment: { Variables: { TABLE: { Ref: "Items" }, LAYER: { Ref: "Layer" }, ALIAS: { Ref: "Orders.Alias" } } },
    }),
    fn({ AutoPublishAlias: "live", DeploymentPreference: { Type: "AllAtOnce" } }, { DependsOn: "Layer" }),
    fn({ AutoPublishAlias: "live", Description: { "Fn::Sub": "Carts of ${Stage}" } }),
    withEvent({ Type: "S3", Properties: { Bucket: { Ref: "Uploads" }, Events: "s3:ObjectCreated:*" } }),
    withEvent({ Type: "S3", Properties: { Bucket: { Ref: "Orders" }, Events: "s3:ObjectCreated:*" } }),
    withEvent({ Type: "SNS", Properties: { Topic: { Ref: "News" }, SqsSubscription: true } }),
    withEvent({ Type: "HttpApi", Properties: { Path: "/carts", Method: "get" } }),
    withEvent({
      Type: "HttpApi",
      Properties: { Path: "/c", Method: "get", ApiId: { Ref: "Http" }, RouteSettings: { ThrottlingBurstLimit: 1 } },
    }),
    withEvent({ Type: "SQS", Properties: { Queue: { "Fn::GetAtt": ["Flow", "Arn"] } } }),
    fn({
      Events: {
        Second: { Type: "Schedule", Properties: { Schedule: "rate(1 day)" } },
        First: { Type: "Schedule", Properties: { Schedule: "rate(1 hour)" } },
      },
    }),
  ],
  Users: [
    withEvent({ Type: "Cognito", Properties: { UserPool: { Ref: "Pool" }, Trigger: "PreSignUp" } }),
    withEvent({ Type: "Cognito", Properties: { UserPool: { Ref: "Rest" }, Trigger: "PreSignUp" } }),
    withEvent({ Type: "S3", Properties: { Bucket: { Ref: "Layer" }, Events: "s3:ObjectCreated:*" } }),
    fn({}),
  ],
  Rest: [api({}), api({ Auth: { UsagePlan: { CreateUsagePlan: "PER_API" } } }), api({ Cors: "'*'" })],
  Http: [
    { Type: "AWS::Serverless::HttpApi" },
    { Type: "AWS::Serverless::HttpApi", Properties: { RouteSettings: { "GET /c": { ThrottlingRateLimit: 2 } } } },
  ],
  Flow: [
    {
      Type: "AWS::Serverless::StateMachine",
      Properties: { Definition: { StartAt: "A", States: { A: { Type: "Wait", Seconds: 2, End: true } } } },
    },
    {
      Type: "AWS::Serverless::StateMachine",
      Properties: {
        DefinitionUri: "flow.json",
        Events: { Start: { Type: "Api", Properties: { Path: "/start", Method: "post", RestApiId: { Ref: "Rest" } } } },
      },
    },
  ],
  Layer: [
    {
      Type: "AWS::Serverless::LayerVersion",
      Properties: { ContentUri: "layer/", PublishLambdaVersion: true, Description: { "Fn::Sub": "For ${Stage}" } },
    },
    { Type: "AWS::Serverless::LayerVersion", Properties: { ContentUri: "layer2/" } },
  ],
  Items: [{ Type: "AWS::Serverless::SimpleTable" }, { Type: "AWS::DynamoDB::Table", DependsOn: ["Layer", "Uploads"] }],
  Link: [
    {
      Type: "AWS::Serverless::Connector",
      Properties: { Source: { Id: "Orders" }, Destination: { Id: "Items" }, Permissions: ["Read"] },
    },
  ],
  Uploads: [{ Type: "AWS::S3::Bucket" }, { Type: "AWS::S3::Bucket", Properties: { BucketName: "uploads" } }],
  News: [
    { Type: "AWS::SNS::Topic", Properties: { FifoTopic: { "Fn::If": ["IsProd", { Ref: "Stage" }, false] } } },
    { Type: "AWS::SNS::Topic" },
  ],
  Pool: [{ Type: "AWS::Cognito::UserPool" }],
  OrdersRole: [{ Type: "AWS::IAM::Role" }],
  ServerlessRestApi: [{ Type: "AWS::SQS::Queue" }],
};

const arbitraryEntry = fc
  .constantFrom(...Object.keys(choices))
  .chain((logicalId) =>
    fc.tuple(fc.constant(logicalId), fc.option(fc.constantFrom(...(choices[logicalId] ?? [])), { nil: undefined })),
  );

const arbitraryTemplate: fc.Arbitrary<JsonObject> = fc.record({
  Transform: fc.constant("AWS::Serverless-2016-10-31"),
  Parameters: fc.constant({ Stage: { Type: "String", Default: "prod" } }),
  Mappings: fc.constant({ Sizes: { prod: { memory: 512 } } }),
  Conditions: fc.constant({ IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } }),
  Globals: fc.constantFrom<JsonObject>(
    { Function: { Timeout: 5, Environment: { Variables: { STAGE: { Ref: "Stage" } } } } },
    { Function: { Description: { "Fn::Sub": "Of ${Stage}" } } },
    { Function: { EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: "SQS" } } } } },
    {},
  ),
  Resources: fc.constant({}),
  Outputs: fc.constantFrom<JsonObject>(
    {},
    { Alias: { Value: { Ref: "Orders.Alias" } }, Layer: { Value: { Ref: "Layer" } } },
  ),
});

const arbitrarySections: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constantFrom<JsonObject>(
    { Parameters: { Stage: { Type: "String", Default: "dev" } } },
    { Mappings: { Sizes: { prod: { memory: 128 } } } },
    { Globals: { Function: { Timeout: 6 } } },
    { Conditions: {} },
  ),
);

/** A template, and versions of it that have a few entries changed, added or taken out. */
const arbitraryVersions = fc
  .tuple(
    arbitraryTemplate,
    fc.array(arbitraryEntry, { minLength: 2, maxLength: 8 }),
    fc.array(fc.tuple(fc.array(arbitraryEntry, { maxLength: 3 }), arbitrarySections), { minLength: 1, maxLength: 6 }),
  )
  .map(([template, entries, edits]) => {
    const base = { ...template, Resources: edit({}, entries) };
    return [
      base,
      ...edits.map(([changed, sections]) => ({ ...base, Resources: edit(base.Resources, changed), ...sections })),
    ];
  });

function edit(resources: JsonObject, entries: readonly (readonly [string, JsonObject | undefined])[]): JsonObject {
  const edited: Record<string, Json> = { ...resources };
  for (const [logicalId, written] of entries) {
    if (written) edited[logicalId] = written;
    else delete edited[logicalId];
  }
  return edited;
}

const positions = { find: () => null };
const floats = new Map<string, string>();
const templateOf = (document: JsonObject): Template => ({ document, positions, floats });

const options: ExpandOptions = {
  parameters: { Stage: "prod" },
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
};
const arbitraryOptions = fc.oneof(
  { weight: 4, arbitrary: fc.constant(options) },
  fc.constantFrom<ExpandOptions>({ ...options, region: "us-east-1" }, { ...options, parameters: { Stage: "dev" } }),
);

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

describe("startExpanding", () => {
  it("makes of every version what it would be alone, faults included", () => {
    freeze(choices);
    fc.assert(
      fc.property(arbitraryVersions, fc.infiniteStream(arbitraryOptions), (versions, places) => {
        const expand = startExpanding();
        for (const document of versions) {
          const place = places.next().value;
          const written = JSON.stringify(document);
          const kept = JSON.stringify(expand(templateOf(document), place));
          const alone = JSON.stringify(expandSam(templateOf(JSON.parse(written)), place));
          if (kept !== alone) expect(JSON.parse(kept)).toEqual(JSON.parse(alone));
          expect(kept === alone).toBe(true);
          expect(JSON.stringify(document)).toBe(written);
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("takes nothing over where one resource edits what Globals share", () => {
    const { Orders: [plain = {}, , editing = {}] = [] } = choices;
    const shared = { Globals: { Function: { Description: { "Fn::Sub": "Of ${Stage}" } } }, Parameters: parameters };
    const before = { ...shared, Resources: { Orders: plain, Carts: plain } };
    const after = { ...shared, Resources: { Orders: editing, Carts: plain } };
    const expand = startExpanding();
    expand(templateOf(before), options);
    expect(expand(templateOf(after), options)).toEqual(expandSam(templateOf(after), options));
  });

  it("answers with the very same resource where nothing reaches into it", () => {
    const expand = startExpanding();
    const { Orders: [orders = {}] = [], Carts: [, , carts = {}] = [], Uploads: [uploads = {}] = [] } = choices;
    const first = { Resources: { Orders: orders, Uploads: uploads } };
    const second = { Resources: { Orders: orders, Carts: carts, Uploads: uploads } };
    const [before, after] = [first, second].map(
      (document) => expand(templateOf({ ...document, Parameters: parameters }), options).value?.document.Resources,
    );
    for (const logicalId of ["Orders", "OrdersRole", "Uploads"]) {
      expect(after).toHaveProperty(logicalId);
      expect(Reflect.get(Object(after), logicalId)).toBe(Reflect.get(Object(before), logicalId));
    }
  });
});

const parameters = { Stage: { Type: "String" } };
