/** How a resource's identifiers are written: `Ref`, or the name of the attribute. */
export interface ResourceFacts {
  readonly arn: string;
  readonly id?: string;
  readonly url?: string;
  readonly name?: string;
  /** What stands behind an API's id in an execute-api ARN. */
  readonly qualifier?: string;
  /** The property that names the resource's role; for rules, the list of targets, each with a role of its own. */
  readonly roleProperty?: string;
}

/** See NOTICE.md for source and licence. */
export const resourceFacts: Readonly<Record<string, ResourceFacts>> = {
  "AWS::ApiGateway::RestApi": {
    arn: "Arn",
    qualifier: "*",
    id: "Ref",
  },
  "AWS::ApiGatewayV2::Api": {
    arn: "Arn",
    qualifier: "*",
    id: "Ref",
  },
  "AWS::AppSync::DataSource": {
    roleProperty: "ServiceRoleArn",
    arn: "Ref",
  },
  "AWS::AppSync::GraphQLApi": {
    id: "ApiId",
    arn: "Ref",
  },
  "AWS::DynamoDB::Table": {
    arn: "Arn",
  },
  "AWS::Events::EventBus": {
    arn: "Arn",
  },
  "AWS::Events::Rule": {
    roleProperty: "Targets",
    arn: "Arn",
  },
  "AWS::Lambda::Function": {
    roleProperty: "Role",
    arn: "Arn",
  },
  "AWS::Location::PlaceIndex": {
    arn: "Arn",
  },
  "AWS::S3::Bucket": {
    arn: "Arn",
  },
  "AWS::SNS::Topic": {
    arn: "Ref",
  },
  "AWS::SQS::Queue": {
    arn: "Arn",
    url: "Ref",
  },
  "AWS::StepFunctions::StateMachine": {
    roleProperty: "RoleArn",
    arn: "Ref",
    name: "Name",
  },
};
