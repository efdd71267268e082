import { invalidResource } from "../fault";
import { assumeRolePolicy } from "../policy-statements";
import { boolean, map, oneOf, optionalStrict, requiredStrict, text } from "../property";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { makeExecutionRole, roleArn } from "../roles";
import {
  booleanShape,
  fields,
  integerShape,
  listShape,
  numberShape,
  optionalField,
  orIntrinsic,
  requiredField,
  textShape,
} from "../shape";
import { mergePropagatedTags, tagList } from "../tags";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

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
    const { logicalId, attributes, dependsOn } = resource;
    const properties = propertiesShape(resource.properties, { logicalId, path: "" });
    const { VpcConfig: vpc, InstanceRequirements: requirements, ScalingConfig: scaling } = properties;
    if (isMap(requirements) && "AllowedTypes" in requirements && "ExcludedTypes" in requirements) {
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
        VpcConfig: vpc,
        PermissionsConfig: {
          CapacityProviderOperatorRoleArn: role ? roleArn(role) : (properties.OperatorRole ?? null),
        },
        Tags: samTags(properties.Tags),
        InstanceRequirements:
          isMap(requirements) && isGiven(requirements) ? describeRequirements(requirements) : undefined,
        CapacityProviderScalingConfig: isMap(scaling) && isGiven(scaling) ? describeScaling(scaling) : undefined,
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

const textsShape = orIntrinsic(listShape(orIntrinsic(textShape)));

const propertiesShape = fields({
  CapacityProviderName: optionalField(),
  VpcConfig: requiredField(
    fields({ SecurityGroupIds: optionalField(textsShape), SubnetIds: requiredField(textsShape) }),
  ),
  OperatorRole: optionalField(),
  Tags: optionalField(),
  PropagateTags: optionalField(booleanShape),
  InstanceRequirements: optionalField(
    fields({
      Architectures: optionalField(textsShape),
      AllowedTypes: optionalField(textsShape),
      ExcludedTypes: optionalField(textsShape),
    }),
  ),
  ScalingConfig: optionalField(
    fields({
      MaxVCpuCount: optionalField(orIntrinsic(integerShape)),
      AverageCPUUtilization: optionalField(orIntrinsic(numberShape)),
    }),
  ),
  KmsKeyArn: optionalField(),
});
