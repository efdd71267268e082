import { invalidResource } from "../fault";
import { assumeRolePolicy } from "../policy-statements";
import { boolean, map, oneOf, optionalStrict, requiredStrict, text } from "../property";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { makeExecutionRole, roleArn } from "../roles";
import { mergePropagatedTags, tagList } from "../tags";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html */
export const capacityProvider: ResourceTypeRule = {
  type: "AWS::Serverless::CapacityProvider",
  properties: {
    CapacityProviderName: optionalStrict(oneOf(text, map)),
    VpcConfig: requiredStrict(map),
    OperatorRole: optionalStrict(oneOf(text, map)),
    Tags: optionalStrict(map),
    PropagateTags: optionalStrict(boolean),
    InstanceRequirements: optionalStrict(map),
    ScalingConfig: optionalStrict(map),
    KmsKeyArn: optionalStrict(oneOf(text, map)),
  },
  expand(resource, context) {
    const { logicalId, properties, attributes, dependsOn } = resource;
    const vpc = readPart(resource, "VpcConfig", { SecurityGroupIds: asTextList, SubnetIds: asTextList }, ["SubnetIds"]);
    const requirements = readPart(resource, "InstanceRequirements", {
      Architectures: asTextList,
      AllowedTypes: asTextList,
      ExcludedTypes: asTextList,
    });
    const scaling = readPart(resource, "ScalingConfig", { MaxVCpuCount: asInteger, AverageCPUUtilization: asNumber });
    if (requirements?.AllowedTypes !== undefined && requirements.ExcludedTypes !== undefined) {
      const message = "'InstanceRequirements' takes 'AllowedTypes' or 'ExcludedTypes', not both.";
      throw invalidResource(logicalId, message, "Properties.InstanceRequirements");
    }
    const role = isGiven(properties.OperatorRole) ? null : operatorRole(resource, context);
    const provider = makeResource(
      "AWS::Lambda::CapacityProvider",
      logicalId,
      { ...attributes },
      {
        CapacityProviderName: isGiven(properties.CapacityProviderName) ? properties.CapacityProviderName : undefined,
        VpcConfig: vpc ?? undefined,
        PermissionsConfig: {
          CapacityProviderOperatorRoleArn: role ? roleArn(role) : (properties.OperatorRole ?? null),
        },
        Tags: samTags(properties.Tags),
        InstanceRequirements: requirements ? describeRequirements(requirements) : undefined,
        CapacityProviderScalingConfig: scaling ? describeScaling(scaling) : undefined,
        KmsKeyArn: isGiven(properties.KmsKeyArn) ? properties.KmsKeyArn : undefined,
      },
    );
    if (dependsOn !== undefined) provider.dependsOn = dependsOn;
    const resources = [...(role ? [role] : []), provider];
    mergePropagatedTags(resources, properties.Tags, properties.PropagateTags);
    return { resources };
  },
};

function operatorRole(resource: SamResource, context: ExpansionContext): Resource {
  const role = makeExecutionRole(
    {
      ownerId: resource.logicalId,
      attributes: passThroughAttributes(resource.attributes),
      assumeRolePolicy: assumeRolePolicy("lambda.amazonaws.com"),
      policies: undefined,
      managedPolicyArns: [context.awsManagedPolicyArn("AWSLambdaManagedEC2ResourceOperator")],
      tags: samTags({}),
    },
    context,
  );
  return { ...role, logicalId: `${resource.logicalId}OperatorRole` };
}

function samTags(tags: Value | undefined): Value[] {
  return tagList({ ...(isMap(tags) ? tags : {}), "lambda:createdBy": "SAM" });
}

function describeRequirements({ Architectures, AllowedTypes, ExcludedTypes }: ValueMap): ValueMap {
  const described: ValueMap = {};
  if (Architectures !== undefined) described.Architectures = Architectures;
  if (AllowedTypes !== undefined) described.AllowedInstanceTypes = AllowedTypes;
  if (ExcludedTypes !== undefined) described.ExcludedInstanceTypes = ExcludedTypes;
  return described;
}

function describeScaling({ MaxVCpuCount, AverageCPUUtilization }: ValueMap): ValueMap {
  const described: ValueMap = MaxVCpuCount === undefined ? {} : { MaxVCpuCount };
  if (AverageCPUUtilization === undefined) return { ...described, ScalingMode: "Auto" };
  const policy = {
    PredefinedMetricType: "LambdaCapacityProviderAverageCPUUtilization",
    TargetValue: AverageCPUUtilization,
  };
  return { ...described, ScalingMode: "Manual", ScalingPolicies: [policy] };
}

/** Reads one value, or answers undefined where it does not fit. */
type Reader = (value: Value) => Value | undefined;

/** A nested property with its fields read; null where nothing is given. Unknown, missing and misfit fields are faults. */
function readPart(
  { logicalId, properties }: SamResource,
  property: string,
  readers: Readonly<Record<string, Reader>>,
  required: readonly string[] = [],
): ValueMap | null {
  const part = properties[property];
  if (!isMap(part)) return null;
  const fail = (message: string) => invalidResource(logicalId, message, `Properties.${property}`);
  const fields: ValueMap = {};
  for (const [name, value] of Object.entries(part)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!read) throw fail(`'${property}' has no field '${name}'.`);
    const found = value === null ? undefined : read(value);
    if (found !== undefined) fields[name] = found;
    else if (value !== null) throw fail(`'${property}.${name}' has the wrong type.`);
  }
  for (const name of required) if (fields[name] === undefined) throw fail(`'${property}.${name}' is required.`);
  return Object.keys(fields).length > 0 ? fields : null;
}

const asTextList: Reader = (value) => {
  if (isMap(value)) return value;
  if (!isList(value)) return undefined;
  const entries = value.map((entry) => (typeof entry === "number" ? String(entry) : entry));
  return entries.every((entry) => typeof entry === "string" || isMap(entry)) ? entries : undefined;
};

const asNumber: Reader = (value) => {
  if (isMap(value) || typeof value === "number") return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
};

const asInteger: Reader = (value) => {
  const number = asNumber(value);
  return typeof number === "number" ? Math.trunc(number) : number;
};
