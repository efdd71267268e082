import type { Artifact } from "../expanded-template";

/** One property that may name something local. */
export interface PackageableProperty {
  /** Below `Properties`; `*` stands for every key of a map. */
  readonly path: readonly string[];
  readonly kind: Artifact["kind"];
  /** How the property is written afterwards: a URI, or a map with these names for bucket and key. */
  readonly writtenAs: "uri" | { readonly bucket: string; readonly key: string };
  /** What is packaged where the property is absent: the template's own folder, or nothing. */
  readonly whenAbsent: "folder" | "nothing";
}

const uri = (path: string, kind: Artifact["kind"] = "file"): PackageableProperty => ({
  path: path.split("."),
  kind,
  writtenAs: "uri",
  whenAbsent: "nothing",
});

const folderByDefault = (property: PackageableProperty): PackageableProperty => ({ ...property, whenAbsent: "folder" });

const asMap = (property: PackageableProperty, bucket: string, key: string): PackageableProperty => ({
  ...property,
  writtenAs: { bucket, key },
});

/**
 * What `sam package` uploads, by resource type. Images of functions are told in their own file.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html and samcli/lib/utils/resources.py
 */
export const packageableProperties: ReadonlyMap<string, readonly PackageableProperty[]> = new Map([
  ["AWS::Serverless::Function", [folderByDefault(uri("CodeUri", "zip"))]],
  ["AWS::Serverless::LayerVersion", [folderByDefault(uri("ContentUri", "zip"))]],
  ["AWS::Serverless::Api", [uri("DefinitionUri")]],
  ["AWS::Serverless::HttpApi", [uri("DefinitionUri")]],
  ["AWS::Serverless::StateMachine", [asMap(uri("DefinitionUri"), "Bucket", "Key")]],
  ["AWS::Serverless::GraphQLApi", [uri("SchemaUri"), uri("Functions.*.CodeUri"), uri("Resolvers.*.*.CodeUri")]],
  ["AWS::Serverless::Application", [uri("Location", "template")]],
  ["AWS::CloudFormation::Stack", [uri("TemplateURL", "template")]],
  ["AWS::CloudFormation::StackSet", [uri("TemplateURL", "template")]],
  ["AWS::Lambda::Function", [folderByDefault(asMap(uri("Code", "zip"), "S3Bucket", "S3Key"))]],
  ["AWS::Lambda::LayerVersion", [folderByDefault(asMap(uri("Content", "zip"), "S3Bucket", "S3Key"))]],
  ["AWS::ApiGateway::RestApi", [asMap(uri("BodyS3Location"), "Bucket", "Key")]],
  ["AWS::ApiGatewayV2::Api", [asMap(uri("BodyS3Location"), "Bucket", "Key")]],
  ["AWS::StepFunctions::StateMachine", [asMap(uri("DefinitionS3Location"), "Bucket", "Key")]],
  ["AWS::AppSync::GraphQLSchema", [uri("DefinitionS3Location")]],
  ["AWS::AppSync::Resolver", [uri("CodeS3Location"), ...mappingTemplates()]],
  ["AWS::AppSync::FunctionConfiguration", [uri("CodeS3Location"), ...mappingTemplates()]],
  ["AWS::ElasticBeanstalk::ApplicationVersion", [asMap(uri("SourceBundle", "zip"), "S3Bucket", "S3Key")]],
  ["AWS::Glue::Job", [uri("Command.ScriptLocation")]],
  ["AWS::CloudFormation::ModuleVersion", [folderByDefault(uri("ModulePackage", "zip"))]],
  ["AWS::CloudFormation::ResourceVersion", [folderByDefault(uri("SchemaHandlerPackage", "zip"))]],
]);

function mappingTemplates(): PackageableProperty[] {
  return [uri("RequestMappingTemplateS3Location"), uri("ResponseMappingTemplateS3Location")];
}
