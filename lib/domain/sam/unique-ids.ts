import { entryOf, type ValueMap } from "./value";

/** Whether the template leaves the id to this resource: nothing has it, or the resource is the expansion of what has it. */
export function isFreeId(logicalId: string, type: string, declared: ValueMap): boolean {
  if (!Object.hasOwn(declared, logicalId)) return true;
  const declaredType = entryOf(declared[logicalId], "Type");
  return typeof declaredType === "string" && (expandedFrom.get(type)?.includes(declaredType) ?? false);
}

const expandedFrom: ReadonlyMap<string, readonly string[]> = new Map([
  ["AWS::ApiGateway::BasePathMapping", ["AWS::ApiGateway::BasePathMapping"]],
  ["AWS::ApiGateway::BasePathMappingV2", ["AWS::ApiGateway::BasePathMappingV2"]],
  ["AWS::ApiGateway::DomainName", ["AWS::ApiGateway::DomainName"]],
  ["AWS::ApiGateway::DomainNameV2", ["AWS::ApiGateway::DomainNameV2"]],
  ["AWS::ApiGateway::RestApi", ["AWS::Serverless::Api"]],
  ["AWS::ApiGatewayV2::Api", ["AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi"]],
  ["AWS::AppSync::GraphQLApi", ["AWS::Serverless::GraphQLApi"]],
  ["AWS::CloudFormation::Stack", ["AWS::Serverless::Application"]],
  ["AWS::Cognito::UserPool", ["AWS::Cognito::UserPool"]],
  ["AWS::DynamoDB::Table", ["AWS::Serverless::SimpleTable"]],
  ["AWS::Lambda::CapacityProvider", ["AWS::Serverless::CapacityProvider"]],
  ["AWS::Lambda::Function", ["AWS::Serverless::Function"]],
  ["AWS::Lambda::LayerVersion", ["AWS::Serverless::LayerVersion"]],
  ["AWS::S3::Bucket", ["AWS::S3::Bucket"]],
  ["AWS::SNS::Topic", ["AWS::SNS::Topic"]],
  ["AWS::StepFunctions::StateMachine", ["AWS::Serverless::StateMachine"]],
]);
