import type { Resource } from "./resource";
import { entryOf, type ValueMap } from "./value";

/** Whether the template leaves the id to this resource: nothing has it, or the resource is the expansion of what has it. */
export function isFreeId(resource: Resource, declared: ValueMap): boolean {
  if (!Object.hasOwn(declared, resource.logicalId)) return true;
  const type = entryOf(declared[resource.logicalId], "Type");
  return typeof type === "string" && (expandedFrom.get(resource.type)?.includes(type) ?? false);
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
