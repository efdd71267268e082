import {
  boolean,
  map,
  oneOf,
  optionalStrict,
  type PropertyTable,
  passThrough,
  requiredStrict,
  text,
} from "../property";
import {
  booleanShape,
  enumShape,
  fields,
  givenShape,
  listShape,
  mapShape,
  optionalField,
  orIntrinsic,
  requiredField,
  type Shape,
  textShape,
} from "../shape";
import { isMap } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html */
export const graphqlProperties: PropertyTable = {
  Name: passThrough,
  Tags: optionalStrict(map),
  XrayEnabled: passThrough,
  Auth: requiredStrict(map),
  SchemaInline: optionalStrict(text),
  SchemaUri: optionalStrict(text),
  Logging: optionalStrict(oneOf(map, boolean)),
  DataSources: optionalStrict(map),
  Functions: optionalStrict(map),
  Resolvers: optionalStrict(map),
  ApiKeys: optionalStrict(map),
  DomainName: optionalStrict(map),
  Cache: optionalStrict(map),
  Visibility: passThrough,
  OwnerContact: passThrough,
  IntrospectionConfig: passThrough,
  QueryDepthLimit: passThrough,
  ResolverCountLimit: passThrough,
};

const authorizer = {
  Type: requiredField(enumShape("AWS_IAM", "API_KEY", "AWS_LAMBDA", "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS")),
  LambdaAuthorizer: optionalField(
    fields({
      AuthorizerResultTtlInSeconds: optionalField(),
      AuthorizerUri: requiredField(),
      IdentityValidationExpression: optionalField(),
    }),
  ),
  OpenIDConnect: optionalField(
    fields({
      AuthTTL: optionalField(),
      ClientId: optionalField(),
      IatTTL: optionalField(),
      Issuer: optionalField(),
    }),
  ),
  UserPool: optionalField(
    fields({
      AppIdClientRegex: optionalField(),
      AwsRegion: optionalField(),
      DefaultAction: optionalField(),
      UserPoolId: requiredField(),
    }),
  ),
};

const logging = fields({
  CloudWatchLogsRoleArn: optionalField(),
  ExcludeVerboseContent: optionalField(),
  FieldLogLevel: optionalField(),
});

const deltaSync = fields({
  BaseTableTTL: requiredField(),
  DeltaSyncTableName: requiredField(),
  DeltaSyncTableTTL: requiredField(),
});

const tableSource = fields({
  TableName: requiredField(),
  ServiceRoleArn: optionalField(),
  TableArn: optionalField(),
  Permissions: optionalField(listShape(enumShape("Read", "Write"))),
  Name: optionalField(),
  Description: optionalField(),
  Region: optionalField(),
  DeltaSync: optionalField(deltaSync),
  UseCallerCredentials: optionalField(),
  Versioned: optionalField(),
});

const lambdaSource = fields({
  FunctionArn: requiredField(),
  ServiceRoleArn: optionalField(),
  Name: optionalField(),
  Description: optionalField(),
});

const runtime = fields({ Name: requiredField(), Version: requiredField() });

const sync = fields({
  ConflictDetection: requiredField(),
  ConflictHandler: optionalField(),
  LambdaConflictHandlerConfig: optionalField(fields({ LambdaConflictHandlerArn: requiredField() })),
});

const pipelineFunction = fields({
  DataSource: optionalField(orIntrinsic(textShape)),
  Runtime: optionalField(runtime),
  InlineCode: optionalField(),
  CodeUri: optionalField(),
  Description: optionalField(),
  MaxBatchSize: optionalField(),
  Name: optionalField(textShape),
  Id: optionalField(),
  Sync: optionalField(sync),
});

const resolver = fields({
  FieldName: optionalField(textShape),
  Caching: optionalField(fields({ Ttl: requiredField(), CachingKeys: optionalField(listShape(givenShape)) })),
  InlineCode: optionalField(),
  CodeUri: optionalField(),
  MaxBatchSize: optionalField(),
  Pipeline: optionalField(listShape(textShape)),
  Runtime: optionalField(runtime),
  Sync: optionalField(sync),
});

const loggingOrBoolean: Shape = (value, place) => (isMap(value) ? logging(value, place) : booleanShape(value, place));

export const graphqlShape = fields({
  Auth: requiredField(fields({ ...authorizer, Additional: optionalField(listShape(fields(authorizer))) })),
  Tags: optionalField(),
  Name: optionalField(),
  XrayEnabled: optionalField(booleanShape),
  SchemaInline: optionalField(),
  SchemaUri: optionalField(),
  Logging: optionalField(loggingOrBoolean),
  DataSources: optionalField(
    fields({ DynamoDb: optionalField(mapShape(tableSource)), Lambda: optionalField(mapShape(lambdaSource)) }),
  ),
  Functions: optionalField(mapShape(pipelineFunction)),
  Resolvers: optionalField(mapShape(mapShape(resolver))),
  ApiKeys: optionalField(
    mapShape(fields({ ApiKeyId: optionalField(), Description: optionalField(), ExpiresOn: optionalField() })),
  ),
  DomainName: optionalField(
    fields({ CertificateArn: requiredField(), DomainName: requiredField(), Description: optionalField() }),
  ),
  Cache: optionalField(
    fields({
      ApiCachingBehavior: requiredField(),
      Ttl: requiredField(),
      Type: requiredField(),
      AtRestEncryptionEnabled: optionalField(),
      TransitEncryptionEnabled: optionalField(),
    }),
  ),
  Visibility: optionalField(),
  OwnerContact: optionalField(),
  IntrospectionConfig: optionalField(),
  QueryDepthLimit: optionalField(),
  ResolverCountLimit: optionalField(),
});
