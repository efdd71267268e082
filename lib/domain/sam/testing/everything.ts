import type { JsonObject } from "../../json";

/** For tests: a valid template with every SAM resource type, and properties that reach deep into the rules. */
export const everything: JsonObject = {
  Transform: "AWS::Serverless-2016-10-31",
  Parameters: { Stage: { Type: "String", Default: "prod" } },
  Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
  Mappings: { Sizes: { prod: { Memory: 512 } } },
  Globals: {
    Function: { Runtime: "nodejs22.x", Timeout: 5, Environment: { Variables: { STAGE: { Ref: "Stage" } } } },
    Api: { Cors: "'*'" },
  },
  Resources: {
    Orders: {
      Type: "AWS::Serverless::Function",
      Condition: "IsProd",
      DependsOn: ["Uploads"],
      Connectors: { Read: { Properties: { Destination: { Id: "Items" }, Permissions: ["Read"] } } },
      Properties: {
        CodeUri: "s3://code/orders.zip",
        Handler: "orders.handle",
        AutoPublishAlias: "live",
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 },
        DeploymentPreference: {
          Type: "Canary10Percent5Minutes",
          Alarms: [{ Ref: "Alarm" }],
          Hooks: { PreTraffic: "x" },
        },
        Policies: ["AWSLambdaRole", { SQSPollerPolicy: { QueueName: "q" } }, { Statement: [{ Effect: "Allow" }] }],
        Tracing: "Active",
        Tags: { Team: "a" },
        PropagateTags: true,
        DeadLetterQueue: { Type: "SQS", TargetArn: "arn:aws:sqs:eu-central-1:123456789012:dead" },
        FunctionUrlConfig: { AuthType: "NONE", Cors: { AllowOrigins: ["*"] } },
        EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: "SQS" }, OnFailure: { Type: "SNS" } } },
        VpcConfig: { SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
        Events: {
          Get: {
            Type: "Api",
            Properties: {
              Path: "/orders/{id}",
              Method: "get",
              RestApiId: { Ref: "Rest" },
              Auth: { ApiKeyRequired: true, ResourcePolicy: { IpRangeWhitelist: ["10.0.0.0/8"] } },
              RequestParameters: [{ "method.request.querystring.page": { Required: true } }],
              RequestModel: { Model: "Order", ValidateBody: true },
            },
          },
          Implicit: { Type: "Api", Properties: { Path: "/implicit", Method: "any" } },
          Http: { Type: "HttpApi", Properties: { Path: "/http", Method: "post", ApiId: { Ref: "Http" } } },
          Catch: { Type: "HttpApi" },
          Upload: { Type: "S3", Properties: { Bucket: { Ref: "Uploads" }, Events: "s3:ObjectCreated:*" } },
          Topic: { Type: "SNS", Properties: { Topic: { Ref: "News" }, SqsSubscription: true } },
          Queue: { Type: "SQS", Properties: { Queue: "arn:aws:sqs:eu-central-1:123456789012:q", BatchSize: 5 } },
          Stream: {
            Type: "Kinesis",
            Properties: {
              Stream: "arn:aws:kinesis:eu-central-1:123456789012:stream/s",
              StartingPosition: "LATEST",
              FilterCriteria: { Filters: [{ Pattern: "{}" }] },
              DestinationConfig: { OnFailure: { Type: "SQS", Destination: "arn:aws:sqs:eu-central-1:123456789012:d" } },
            },
          },
          Table: {
            Type: "DynamoDB",
            Properties: { Stream: { "Fn::GetAtt": ["Items", "StreamArn"] }, StartingPosition: "LATEST" },
          },
          Broker: {
            Type: "MQ",
            Properties: {
              Broker: "arn",
              Queues: ["q"],
              SourceAccessConfigurations: [{ Type: "BASIC_AUTH", URI: "secret" }],
            },
          },
          Kafka: {
            Type: "SelfManagedKafka",
            Properties: {
              KafkaBootstrapServers: ["a:9092"],
              Topics: ["t"],
              SourceAccessConfigurations: [{ Type: "SASL_SCRAM_256_AUTH", URI: "secret" }],
              SchemaRegistryConfig: {
                SchemaRegistryURI: "arn:aws:glue:eu-central-1:123456789012:registry/r",
                EventRecordFormat: "JSON",
                SchemaValidationConfigs: [{ Attribute: "KEY" }],
                AccessConfigs: [{ Type: "BASIC_AUTH", URI: "secret" }],
              },
            },
          },
          Documents: {
            Type: "DocumentDB",
            Properties: {
              Cluster: "arn",
              DatabaseName: "db",
              SourceAccessConfigurations: [{ Type: "BASIC_AUTH", URI: "secret" }],
            },
          },
          Cron: { Type: "Schedule", Properties: { Schedule: "rate(1 day)", DeadLetterConfig: { Type: "SQS" } } },
          Cron2: {
            Type: "ScheduleV2",
            Properties: { ScheduleExpression: "rate(1 day)", DeadLetterConfig: { Type: "SQS" } },
          },
          Rule: { Type: "EventBridgeRule", Properties: { Pattern: { source: ["a"] }, Target: { Id: "t" } } },
          Logs: { Type: "CloudWatchLogs", Properties: { LogGroupName: "l", FilterPattern: "" } },
          Thing: { Type: "IoTRule", Properties: { Sql: "SELECT * FROM 't'" } },
          Skill: { Type: "AlexaSkill" },
          Users: { Type: "Cognito", Properties: { UserPool: { Ref: "Pool" }, Trigger: "PreSignUp" } },
        },
      },
    },
    Rest: {
      Type: "AWS::Serverless::Api",
      Properties: {
        StageName: "live",
        Models: { Order: { type: "object", properties: { id: { type: "string" } } } },
        Auth: {
          DefaultAuthorizer: "Users",
          Authorizers: {
            Users: { UserPoolArn: { "Fn::GetAtt": ["Pool", "Arn"] } },
            Custom: { FunctionArn: { "Fn::GetAtt": ["Orders", "Arn"] }, Identity: { Headers: ["Auth"] } },
          },
          UsagePlan: { CreateUsagePlan: "PER_API" },
        },
        Cors: { AllowOrigin: "'*'", AllowMethods: "'GET'" },
        GatewayResponses: { DEFAULT_4XX: { ResponseParameters: { Headers: { A: "'b'" } } } },
        Domain: {
          DomainName: "example.com",
          CertificateArn: "arn",
          Route53: { HostedZoneId: "Z1" },
          BasePath: ["one"],
        },
      },
    },
    Http: {
      Type: "AWS::Serverless::HttpApi",
      Properties: {
        StageName: "live",
        CorsConfiguration: { AllowOrigins: ["*"] },
        Auth: {
          DefaultAuthorizer: "Jwt",
          Authorizers: {
            Jwt: { JwtConfiguration: { issuer: "i", audience: ["a"] }, IdentitySource: "$request.header.A" },
          },
        },
        Domain: { DomainName: "example.org", CertificateArn: "arn" },
      },
    },
    Sockets: {
      Type: "AWS::Serverless::WebSocketApi",
      Properties: {
        RouteSelectionExpression: "$request.body.action",
        Routes: { $connect: { FunctionArn: { "Fn::GetAtt": ["Orders", "Arn"] } } },
      },
    },
    Flow: {
      Type: "AWS::Serverless::StateMachine",
      Properties: {
        Definition: {
          StartAt: "A",
          States: { A: { Type: "Task", Resource: { "Fn::GetAtt": ["Orders", "Arn"] }, End: true } },
        },
        Policies: [{ LambdaInvokePolicy: { FunctionName: { Ref: "Orders" } } }],
        AutoPublishAlias: "live",
        Events: {
          Cron: { Type: "Schedule", Properties: { Schedule: "rate(1 day)" } },
          Cron2: { Type: "ScheduleV2", Properties: { ScheduleExpression: "rate(1 day)" } },
          Rule: { Type: "EventBridgeRule", Properties: { Pattern: { source: ["a"] } } },
          Start: { Type: "Api", Properties: { Path: "/start", Method: "post", RestApiId: { Ref: "Rest" } } },
        },
      },
    },
    Items: { Type: "AWS::Serverless::SimpleTable", Properties: { PrimaryKey: { Name: "id", Type: "String" } } },
    Layer: {
      Type: "AWS::Serverless::LayerVersion",
      Properties: { ContentUri: "s3://code/layer.zip", RetentionPolicy: "Delete" },
    },
    Nested: {
      Type: "AWS::Serverless::Application",
      Properties: { Location: "https://example.com/t.yaml", Tags: { a: "b" } },
    },
    Repository: {
      Type: "AWS::Serverless::Application",
      Properties: { Location: { ApplicationId: "arn:aws:serverlessrepo:a", SemanticVersion: "1.0.0" } },
    },
    Capacity: {
      Type: "AWS::Serverless::CapacityProvider",
      Properties: { VpcConfig: { SubnetIds: ["s"], SecurityGroupIds: ["g"] }, ScalingConfig: { MaxVCpuCount: 8 } },
    },
    Graph: {
      Type: "AWS::Serverless::GraphQLApi",
      Properties: {
        SchemaInline: "type Query { get: String }",
        Auth: { Type: "AWS_IAM" },
        DataSources: { DynamoDb: { Items: { TableName: { Ref: "Items" }, TableArn: "arn" } } },
        Functions: { get: { Runtime: { Name: "APPSYNC_JS", Version: "1.0.0" }, DataSource: "Items", InlineCode: "x" } },
        Resolvers: { Query: { get: { Runtime: { Name: "APPSYNC_JS", Version: "1.0.0" }, Pipeline: ["get"] } } },
      },
    },
    Link: {
      Type: "AWS::Serverless::Connector",
      Properties: { Source: { Id: "Orders" }, Destination: [{ Id: "News" }, { Id: "Items" }], Permissions: ["Write"] },
    },
    Uploads: { Type: "AWS::S3::Bucket" },
    News: { Type: "AWS::SNS::Topic" },
    Pool: { Type: "AWS::Cognito::UserPool" },
    Alarm: { Type: "AWS::CloudWatch::Alarm" },
  },
  Outputs: { Alias: { Value: { Ref: "Orders.Alias" } }, Layer: { Value: { Ref: "Layer" } } },
};
