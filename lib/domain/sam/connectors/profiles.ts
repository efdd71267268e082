import type { ConnectorProfile } from "./connector-profile";

/** By source type, then by destination type. See NOTICE.md for source and licence. */
export const connectorProfiles: Readonly<Record<string, Readonly<Record<string, ConnectorProfile>>>> = {
  "AWS::ApiGateway::RestApi": {
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "apigateway.amazonaws.com",
          SourceArn:
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:%{Source.ResourceId}/%{Source.Qualifier}",
        },
      },
    },
  },
  "AWS::ApiGatewayV2::Api": {
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "apigateway.amazonaws.com",
          SourceArn:
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:%{Source.ResourceId}/%{Source.Qualifier}",
        },
      },
    },
  },
  "AWS::AppSync::DataSource": {
    "AWS::DynamoDB::Table": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan",
                "dynamodb:BatchGetItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:PartiQLSelect",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:PutItem",
                "dynamodb:UpdateItem",
                "dynamodb:DeleteItem",
                "dynamodb:BatchWriteItem",
                "dynamodb:PartiQLDelete",
                "dynamodb:PartiQLInsert",
                "dynamodb:PartiQLUpdate",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
      },
    },
    "AWS::Events::EventBus": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["events:PutEvents"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::Lambda::Function": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["lambda:InvokeAsync", "lambda:InvokeFunction"],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}:*"],
            },
          ],
        },
      },
    },
  },
  "AWS::AppSync::GraphQLApi": {
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "appsync.amazonaws.com",
          SourceArn: "arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/%{Source.ResourceId}",
        },
      },
    },
  },
  "AWS::DynamoDB::Table": {
    "AWS::Lambda::Function": {
      makes: "managed-policy",
      attachedTo: "destination",
      dependedBy: "event-source-mapping",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams",
              ],
              Resource: ["%{Source.Arn}/stream/*"],
            },
          ],
        },
      },
    },
  },
  "AWS::Events::Rule": {
    "AWS::Events::EventBus": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["events:PutEvents"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "events.amazonaws.com",
          SourceArn: "%{Source.Arn}",
        },
      },
    },
    "AWS::SNS::Topic": {
      makes: "topic-policy",
      attachedTo: "destination",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Principal: {
                Service: "events.amazonaws.com",
              },
              Resource: "%{Destination.Arn}",
              Action: "sns:Publish",
              Condition: {
                ArnEquals: {
                  "aws:SourceArn": "%{Source.Arn}",
                },
              },
            },
          ],
        },
      },
    },
    "AWS::SQS::Queue": {
      makes: "queue-policy",
      attachedTo: "destination",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Principal: {
                Service: "events.amazonaws.com",
              },
              Resource: "%{Destination.Arn}",
              Action: "sqs:SendMessage",
              Condition: {
                ArnEquals: {
                  "aws:SourceArn": "%{Source.Arn}",
                },
              },
            },
          ],
        },
      },
    },
    "AWS::StepFunctions::StateMachine": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["states:StartExecution"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
  },
  "AWS::Lambda::Function": {
    "AWS::DynamoDB::Table": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan",
                "dynamodb:BatchGetItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:PartiQLSelect",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:PutItem",
                "dynamodb:UpdateItem",
                "dynamodb:DeleteItem",
                "dynamodb:BatchWriteItem",
                "dynamodb:PartiQLDelete",
                "dynamodb:PartiQLInsert",
                "dynamodb:PartiQLUpdate",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
      },
    },
    "AWS::Events::EventBus": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["events:PutEvents"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::Lambda::Function": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["lambda:InvokeAsync", "lambda:InvokeFunction"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::Location::PlaceIndex": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "geo:DescribePlaceIndex",
                "geo:GetPlace",
                "geo:SearchPlaceIndexForPosition",
                "geo:SearchPlaceIndexForSuggestions",
                "geo:SearchPlaceIndexForText",
              ],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::S3::Bucket": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "s3:GetObject",
                "s3:GetObjectAcl",
                "s3:GetObjectLegalHold",
                "s3:GetObjectRetention",
                "s3:GetObjectTorrent",
                "s3:GetObjectVersion",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionTorrent",
                "s3:ListBucket",
                "s3:ListBucketMultipartUploads",
                "s3:ListBucketVersions",
                "s3:ListMultipartUploadParts",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/*"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "s3:AbortMultipartUpload",
                "s3:DeleteObject",
                "s3:DeleteObjectVersion",
                "s3:PutObject",
                "s3:PutObjectLegalHold",
                "s3:PutObjectRetention",
                "s3:RestoreObject",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/*"],
            },
          ],
        },
      },
    },
    "AWS::SNS::Topic": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sns:Publish"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::SQS::Queue": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::StepFunctions::StateMachine": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["states:StartExecution", "states:StartSyncExecution"],
              Resource: ["%{Destination.Arn}"],
            },
            {
              Effect: "Allow",
              Action: ["states:StopExecution"],
              Resource: [
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*",
              ],
            },
          ],
        },
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["states:DescribeStateMachine", "states:ListExecutions"],
              Resource: ["%{Destination.Arn}"],
            },
            {
              Effect: "Allow",
              Action: [
                "states:DescribeExecution",
                "states:DescribeStateMachineForExecution",
                "states:GetExecutionHistory",
              ],
              Resource: [
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*",
              ],
            },
          ],
        },
      },
    },
  },
  "AWS::S3::Bucket": {
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "s3.amazonaws.com",
          SourceArn: "%{Source.Arn}",
          SourceAccount: "${AWS::AccountId}",
        },
      },
    },
  },
  "AWS::SNS::Topic": {
    "AWS::Lambda::Function": {
      makes: "lambda-permission",
      attachedTo: "destination",
      access: {
        Write: {
          Action: "lambda:InvokeFunction",
          Principal: "sns.amazonaws.com",
          SourceArn: "%{Source.Arn}",
        },
      },
    },
    "AWS::SQS::Queue": {
      makes: "queue-policy",
      attachedTo: "destination",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Principal: {
                Service: "sns.amazonaws.com",
              },
              Resource: "%{Destination.Arn}",
              Action: "sqs:SendMessage",
              Condition: {
                ArnEquals: {
                  "aws:SourceArn": "%{Source.Arn}",
                },
              },
            },
          ],
        },
      },
    },
  },
  "AWS::SQS::Queue": {
    "AWS::Lambda::Function": {
      makes: "managed-policy",
      attachedTo: "destination",
      dependedBy: "event-source-mapping",
      combinations: [["Read", "Write"]],
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:DeleteMessage"],
              Resource: ["%{Source.Arn}"],
            },
          ],
        },
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"],
              Resource: ["%{Source.Arn}"],
            },
          ],
        },
      },
    },
  },
  "AWS::StepFunctions::StateMachine": {
    "AWS::DynamoDB::Table": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan",
                "dynamodb:BatchGetItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:PartiQLSelect",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "dynamodb:PutItem",
                "dynamodb:UpdateItem",
                "dynamodb:DeleteItem",
                "dynamodb:BatchWriteItem",
                "dynamodb:PartiQLDelete",
                "dynamodb:PartiQLInsert",
                "dynamodb:PartiQLUpdate",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/index/*"],
            },
          ],
        },
      },
    },
    "AWS::Events::EventBus": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["events:PutEvents"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::Lambda::Function": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["lambda:InvokeAsync", "lambda:InvokeFunction"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::S3::Bucket": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "s3:GetObject",
                "s3:GetObjectAcl",
                "s3:GetObjectLegalHold",
                "s3:GetObjectRetention",
                "s3:GetObjectTorrent",
                "s3:GetObjectVersion",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionTorrent",
                "s3:ListBucket",
                "s3:ListBucketMultipartUploads",
                "s3:ListBucketVersions",
                "s3:ListMultipartUploadParts",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/*"],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "s3:AbortMultipartUpload",
                "s3:DeleteObject",
                "s3:DeleteObjectVersion",
                "s3:PutObject",
                "s3:PutObjectLegalHold",
                "s3:PutObjectRetention",
                "s3:RestoreObject",
              ],
              Resource: ["%{Destination.Arn}", "%{Destination.Arn}/*"],
            },
          ],
        },
      },
    },
    "AWS::SNS::Topic": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sns:Publish"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::SQS::Queue": {
      makes: "managed-policy",
      attachedTo: "source",
      access: {
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:SendMessage"],
              Resource: ["%{Destination.Arn}"],
            },
          ],
        },
      },
    },
    "AWS::StepFunctions::StateMachine": {
      makes: "managed-policy",
      attachedTo: "source",
      dependedBy: "source",
      combinations: [["Read"], ["Read", "Write"]],
      access: {
        Read: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["states:DescribeExecution"],
              Resource: [
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*",
              ],
            },
            {
              Effect: "Allow",
              Action: ["events:DescribeRule"],
              Resource: [
                "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
              ],
            },
          ],
        },
        Write: {
          Statement: [
            {
              Effect: "Allow",
              Action: ["states:StartExecution"],
              Resource: ["%{Destination.Arn}"],
            },
            {
              Effect: "Allow",
              Action: ["states:StopExecution"],
              Resource: [
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*",
              ],
            },
            {
              Effect: "Allow",
              Action: ["events:PutTargets", "events:PutRule"],
              Resource: [
                "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
              ],
            },
          ],
        },
      },
    },
  },
};
