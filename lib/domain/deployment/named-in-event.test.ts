import { describe, expect, it } from "vitest";
import { type ProbeResources, probePlan } from "./resource-types/rule-probe";

const key = { Type: "AWS::KMS::Key", Properties: { KeyPolicy: {} } };
const api = { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "orders" } };
const fn = { Type: "AWS::Lambda::Function", Properties: { Code: { ZipFile: "x" }, Role: "arn:aws:iam::1:role/r" } };
const stream = { Type: "AWS::Kinesis::Stream", Properties: { ShardCount: 1 } };

describe("what CloudTrail's record names", () => {
  const cases: readonly [string, ProbeResources, string][] = [
    // A name that the template or CloudFormation gives
    ["dynamodb:CreateTable", { Made: { Type: "AWS::DynamoDB::Table", Properties: { KeySchema: [] } } }, "request"],
    ["dynamodb:CreateTable", { Made: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "t" } } }, "request"],
    ["lambda:CreateFunction", { Made: fn }, "request"],
    ["s3:CreateBucket", { Made: { Type: "AWS::S3::Bucket", Properties: {} } }, "request"],
    ["sqs:CreateQueue", { Made: { Type: "AWS::SQS::Queue", Properties: {} } }, "request"],
    ["iam:CreateRole", { Made: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {} } } }, "request"],
    // A name with something behind it that the service adds
    ["secretsmanager:CreateSecret", { Made: { Type: "AWS::SecretsManager::Secret", Properties: {} } }, "request"],
    ["cloudformation:CreateStack", { Made: { Type: "AWS::CloudFormation::Stack", Properties: {} } }, "request"],
    ["iot:CreateTopicRule", { Made: { Type: "AWS::IoT::TopicRule", Properties: { TopicRulePayload: {} } } }, "request"],
    [
      "kinesis:RegisterStreamConsumer",
      {
        Stream: stream,
        Made: { Type: "AWS::Kinesis::StreamConsumer", Properties: { StreamARN: { "Fn::GetAtt": "Stream.Arn" } } },
      },
      "request",
    ],
    // Only parents' ids in the ARN
    [
      "apigateway:CreateStage",
      {
        Api: api,
        Made: { Type: "AWS::ApiGateway::Stage", Properties: { RestApiId: { Ref: "Api" }, StageName: "v1" } },
      },
      "request",
    ],
    // An id that the service draws
    ["kms:CreateKey", { Made: key }, "response"],
    ["apigateway:CreateRestApi", { Made: api }, "response"],
    ["ec2:CreateVpc", { Made: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } } }, "response"],
    ["cognito-idp:CreateUserPool", { Made: { Type: "AWS::Cognito::UserPool", Properties: {} } }, "response"],
    [
      "lambda:CreateEventSourceMapping",
      {
        Fn: fn,
        Stream: stream,
        Made: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: { FunctionName: { Ref: "Fn" }, EventSourceArn: { "Fn::GetAtt": "Stream.Arn" } },
        },
      },
      "response",
    ],
    // What is there already
    ["kms:EnableKeyRotation", { Made: { ...key, Properties: { KeyPolicy: {}, EnableKeyRotation: true } } }, "request"],
    [
      "lambda:AddPermission",
      {
        Fn: fn,
        Made: {
          Type: "AWS::Lambda::Permission",
          Properties: { FunctionName: { Ref: "Fn" }, Action: "lambda:InvokeFunction", Principal: "sns.amazonaws.com" },
        },
      },
      "request",
    ],
    // Nothing in particular
    ["ec2:DescribeVpcs", { Made: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } } }, "none"],
    [
      "secretsmanager:GetRandomPassword",
      { Made: { Type: "AWS::SecretsManager::Secret", Properties: { GenerateSecretString: {} } } },
      "none",
    ],
  ];
  it.each(cases)("of %s", (operation, resources, names) => {
    const { calls } = probePlan(resources);
    const call = calls.find((made) => made.operation === operation && made.phase === "create");
    expect(call?.cloudTrail?.names).toBe(names);
  });

  it("is in the request once the resource exists", () => {
    const plan = probePlan({ Made: key });
    const deletion = plan.calls.find(({ operation }) => operation === "kms:ScheduleKeyDeletion");
    expect(deletion?.cloudTrail?.names).toBe("request");
  });

  it("is the stack for the CLI's own calls", () => {
    const plan = probePlan({ Made: key });
    const named = (operation: string) => plan.calls.find((call) => call.operation === operation)?.cloudTrail?.names;
    expect(named("cloudformation:CreateChangeSet")).toBe("request");
    expect(named("s3:PutObject")).toBe("request");
  });
});
