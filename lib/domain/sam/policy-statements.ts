import type { Value, ValueMap } from "./value";

/** Documents that the transform writes into the roles it generates. */

export function assumeRolePolicy(servicePrincipal: string): ValueMap {
  return {
    Version: "2012-10-17",
    Statement: [{ Action: ["sts:AssumeRole"], Effect: "Allow", Principal: { Service: [servicePrincipal] } }],
  };
}

export function startExecutionPolicy(stateMachineArn: Value, logicalId: string): ValueMap {
  return inlinePolicy(`${logicalId}StartExecutionPolicy`, [allow("states:StartExecution", stateMachineArn)]);
}

export function sendMessagePolicy(queueArn: Value, logicalId: string): ValueMap {
  return inlinePolicy(`${logicalId}SQSPolicy`, [allow("sqs:SendMessage", queueArn)]);
}

export function publishPolicy(topicArn: Value, logicalId: string): ValueMap {
  return inlinePolicy(`${logicalId}SNSPolicy`, [allow("sns:publish", topicArn)]);
}

export function putObjectPolicy(bucketArn: Value, logicalId: string): ValueMap {
  const objects = { "Fn::Join": ["/", [bucketArn, "*"]] };
  return inlinePolicy(`${logicalId}S3Policy`, [allow("s3:PutObject", objects), allow("s3:ListBucket", bucketArn)]);
}

export function putEventsPolicy(eventBusArn: Value, logicalId: string): ValueMap {
  return inlinePolicy(`${logicalId}EventBridgePolicy`, [allow("events:PutEvents", eventBusArn)]);
}

export function invokeFunctionPolicy(functionArn: Value, logicalId: string): ValueMap {
  return inlinePolicy(`${logicalId}LambdaPolicy`, [allow("lambda:InvokeFunction", functionArn)]);
}

export function deadLetterPolicy(action: string, targetArn: Value): ValueMap {
  return {
    PolicyName: "DeadLetterQueuePolicy",
    PolicyDocument: { Version: "2012-10-17", Statement: [{ Action: action, Resource: targetArn, Effect: "Allow" }] },
  };
}

export function inlinePolicy(name: string, statements: ValueMap[]): ValueMap {
  return { PolicyName: name, PolicyDocument: { Statement: statements } };
}

export function allow(action: Value, resource: Value): ValueMap {
  return { Action: action, Effect: "Allow", Resource: resource };
}
