import { type ConditionalCases, roleArn, tagged, tagList, tagMap } from "./conditional-case";

/** A domain that trusts certificates of its clients. */
const trusted = {
  given: { MutualTlsAuthentication: { TruststoreUri: "s3://trust/store.pem" } },
  create: ["apigateway:AddCertificateToDomain"],
  update: ["apigateway:AddCertificateToDomain"],
  removal: ["apigateway:RemoveCertificateFromDomain"],
};

export const apiGatewayCases: ConditionalCases = {
  "AWS::ApiGateway::RestApi": [
    {
      given: [
        { EndpointConfiguration: { Types: true } },
        { ApiKeySourceType: "given" },
        { BinaryMediaTypes: [{ given: "given" }] },
        { Description: "given" },
        { MinimumCompressionSize: 1 },
        { Name: "given" },
        { DisableExecuteApiEndpoint: true },
      ],
      update: ["apigateway:PATCH"],
      removal: ["apigateway:PATCH"],
    },
    {
      given: { Policy: { given: "given" } },
      create: ["apigateway:UpdateRestApiPolicy"],
      update: ["apigateway:PATCH", "apigateway:UpdateRestApiPolicy"],
      removal: ["apigateway:PATCH"],
    },
    {
      given: [{ BodyS3Location: { Bucket: "given" } }, { BodyS3Location: { Key: "given" } }],
      update: ["apigateway:PUT"],
    },
    tagged(tagList(), "apigateway:PUT", "apigateway:DELETE"),
    {
      given: { Body: { "x-amazon-apigateway-policy": true } },
      create: ["apigateway:UpdateRestApiPolicy"],
      update: ["apigateway:PUT", "apigateway:UpdateRestApiPolicy"],
    },
  ],
  "AWS::ApiGateway::Stage": [
    {
      given: [
        { MethodSettings: [{ given: "given" }] },
        { AccessLogSetting: { given: "given" } },
        { ClientCertificateId: "given" },
      ],
      create: ["apigateway:PATCH"],
      update: ["apigateway:PATCH"],
      removal: ["apigateway:PATCH"],
    },
    {
      given: [
        { CacheClusterEnabled: true },
        { CacheClusterSize: "given" },
        { CanarySetting: { given: "given" } },
        { DeploymentId: "given" },
        { Description: "given" },
        { DocumentationVersion: "given" },
        { TracingEnabled: true },
        { Variables: { given: "given" } },
      ],
      update: ["apigateway:PATCH"],
      removal: ["apigateway:PATCH"],
    },
    tagged(tagList(), "apigateway:PUT", "apigateway:DELETE"),
  ],
  "AWS::ApiGateway::Authorizer": [
    { given: { AuthorizerCredentials: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::ApiGateway::Method": [
    { given: { Integration: { Credentials: roleArn } }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::ApiGateway::Account": [
    { given: { CloudWatchRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::ApiGateway::ApiKey": [tagged(tagList(), "apigateway:PUT", "apigateway:DELETE")],
  "AWS::ApiGateway::UsagePlan": [
    { given: { ApiStages: [{ given: "given" }] }, delete: ["apigateway:PATCH"] },
    tagged(tagList(), "apigateway:PUT", "apigateway:DELETE"),
  ],
  "AWS::ApiGateway::VpcLink": [tagged(tagList(), "apigateway:PUT", "apigateway:DELETE")],
  "AWS::ApiGateway::ClientCertificate": [tagged(tagList(), "apigateway:PUT", "apigateway:DELETE")],
  "AWS::ApiGateway::DomainName": [tagged(tagList(), "apigateway:PUT", "apigateway:DELETE"), trusted],
  "AWS::ApiGatewayV2::DomainName": [tagged(tagMap(), "apigateway:PUT", "apigateway:DELETE"), trusted],
  "AWS::ApiGateway::DomainNameV2": [
    {
      given: { Policy: { given: "given" } },
      create: ["apigateway:UpdateDomainNamePolicy"],
      update: ["apigateway:PATCH", "apigateway:UpdateDomainNamePolicy"],
      removal: ["apigateway:PATCH"],
    },
    {
      given: [{ CertificateArn: "given" }, { RoutingMode: "given" }],
      update: ["apigateway:PATCH"],
      removal: ["apigateway:PATCH"],
    },
    tagged(tagList(), "apigateway:PUT", "apigateway:DELETE"),
  ],
  "AWS::ApiGatewayV2::Api": [
    {
      given: [
        { Body: { given: "given" } },
        { BodyS3Location: { Bucket: "given" } },
        { BodyS3Location: { Key: "given" } },
      ],
      create: ["apigateway:PUT"],
      spares: ["apigateway:POST"],
      update: ["apigateway:PUT"],
    },
    { given: tagMap(), update: ["apigateway:POST"], removal: ["apigateway:DELETE"] },
  ],
  "AWS::ApiGatewayV2::Stage": [
    {
      given: { AccessLogSettings: { given: "given" } },
      create: [
        "logs:CreateLogDelivery",
        "logs:DescribeResourcePolicies",
        "logs:PutResourcePolicy",
        "logs:DescribeLogGroups",
      ],
      delete: ["logs:DeleteLogDelivery"],
      update: ["logs:UpdateLogDelivery", "logs:GetLogDelivery"],
      removal: ["logs:UpdateLogDelivery", "logs:GetLogDelivery"],
    },
    { given: tagMap(), update: ["apigateway:POST"], removal: ["apigateway:DELETE"] },
  ],
  "AWS::ApiGatewayV2::Integration": [
    { given: { CredentialsArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::ApiGatewayV2::Authorizer": [
    { given: { AuthorizerCredentialsArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
};
