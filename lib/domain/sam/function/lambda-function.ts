import { invalidResource } from "../fault";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { lambdaS3Location } from "../s3-location";
import {
  fields,
  integerShape,
  numberShape,
  optionalField,
  orIntrinsic,
  requiredField,
  type Shape,
  textShape,
} from "../shape";
import { samTagList } from "../tags";
import { entryOf, isGiven, type Value, type ValueMap } from "../value";

/** The `AWS::Lambda::Function` itself; its role is settled later. */
export function makeLambdaFunction(resource: SamResource, context: ExpansionContext): Resource {
  const { logicalId, properties } = resource;
  const lambda = makeResource("AWS::Lambda::Function", logicalId, { ...resource.attributes });
  if (resource.dependsOn !== undefined) lambda.dependsOn = resource.dependsOn;
  for (const name of copied) lambda.properties[name] = properties[name];
  if (isGiven(properties.FunctionName)) lambda.properties.FunctionName = properties.FunctionName;
  lambda.properties.Code = makeCode(resource);
  lambda.properties.Tags = samTagList(logicalId, properties.Tags);
  if (isTraced(properties, context)) lambda.properties.TracingConfig = { Mode: properties.Tracing ?? null };
  if (isGiven(properties.DeadLetterQueue)) {
    lambda.properties.DeadLetterConfig = { TargetArn: entryOf(properties.DeadLetterQueue, "TargetArn") ?? null };
  }
  if (isGiven(properties.CapacityProviderConfig))
    lambda.properties.CapacityProviderConfig = makeCapacityProviderConfig(resource);
  if (isGiven(properties.FunctionScalingConfig))
    lambda.properties.FunctionScalingConfig = properties.FunctionScalingConfig;
  checkPackage(resource, lambda);
  return lambda;
}

const copied = [
  "Handler",
  "Runtime",
  "Description",
  "MemorySize",
  "Timeout",
  "VpcConfig",
  "Role",
  "Environment",
  "KmsKeyArn",
  "ReservedConcurrentExecutions",
  "Layers",
  "FileSystemConfigs",
  "ImageConfig",
  "PackageType",
  "Architectures",
  "SnapStart",
  "EphemeralStorage",
  "CodeSigningConfigArn",
  "RuntimeManagementConfig",
  "LoggingConfig",
  "TenancyConfig",
  "RecursiveLoop",
  "DurableConfig",
  "PublishToLatestPublished",
];

/** Whether X-Ray traces the function: `Tracing` is given and does not come out as `Disabled`. */
export function isTraced(properties: ValueMap, context: ExpansionContext): boolean {
  return isGiven(properties.Tracing) && context.resolveParameters(properties.Tracing) !== "Disabled";
}

function makeCode({ logicalId, properties }: SamResource): ValueMap {
  const packageType = isGiven(properties.PackageType) ? properties.PackageType : "Zip";
  if (packageType === "Image") {
    if (!isGiven(properties.ImageUri)) {
      throw invalidResource(logicalId, "'ImageUri' must name an image when 'PackageType' is 'Image'.", "Properties");
    }
    return { ImageUri: properties.ImageUri };
  }
  if (packageType !== "Zip") {
    throw invalidResource(logicalId, "'PackageType' must be 'Zip' or 'Image'.", "Properties.PackageType");
  }
  const code = zipCode(logicalId, properties);
  if (isGiven(properties.SourceKMSKeyArn)) code.SourceKMSKeyArn = properties.SourceKMSKeyArn;
  return code;
}

function zipCode(logicalId: string, { InlineCode, CodeUri }: ValueMap): ValueMap {
  if (InlineCode !== undefined && InlineCode !== null) return { ZipFile: InlineCode };
  if (CodeUri !== undefined && CodeUri !== null) return lambdaS3Location(CodeUri, logicalId, "CodeUri");
  throw invalidResource(logicalId, "The function has no code. Set 'CodeUri' or 'InlineCode'.", "Properties");
}

function checkPackage({ logicalId }: SamResource, lambda: Resource): void {
  const { PackageType, Runtime, Handler, Code, ImageConfig, Layers } = lambda.properties;
  const refuse = (message: string) => invalidResource(logicalId, message, "Properties");
  if (PackageType === "Image") {
    if (isGiven(Handler) || isGiven(Runtime) || isGiven(Layers)) {
      throw refuse("'Runtime', 'Handler' and 'Layers' have no place in a function whose 'PackageType' is 'Image'.");
    }
    return;
  }
  if (!isGiven(Runtime) || !isGiven(Handler))
    throw refuse("'Runtime' and 'Handler' are needed when 'PackageType' is 'Zip'.");
  if (isGiven(ImageConfig) || isGiven(entryOf(Code, "ImageUri"))) {
    throw refuse("'ImageUri' and 'ImageConfig' have no place in a function whose 'PackageType' is 'Zip'.");
  }
}

const capacityProviderShape = fields({
  Arn: requiredField(orIntrinsic(textShape)),
  PerExecutionEnvironmentMaxConcurrency: optionalField(orIntrinsic(integerShape)),
  ExecutionEnvironmentMemoryGiBPerVCpu: optionalField(orIntrinsic(wholeWhereNumber)),
});

function makeCapacityProviderConfig({ logicalId, properties }: SamResource): Value {
  const place = { logicalId, path: "CapacityProviderConfig" };
  const { Arn = null, ...limits } = capacityProviderShape(properties.CapacityProviderConfig ?? null, place);
  return { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: Arn, ...limits } };
}

/** The transform cuts off the fraction of a number, but keeps that of a number in quotes. */
function wholeWhereNumber(value: Value, place: Parameters<Shape>[1]): Value {
  return typeof value === "number" ? Math.trunc(value) : numberShape(value, place);
}
