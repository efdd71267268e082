import { passRole, roleArnIn, tagContext } from "../../common-checks";
import type { ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { tagChanges, tagOnCreate } from "../../tag-calls";
import { objectChecks } from "./function-code";
import { lambda } from "./lambda-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html */
export const layerVersion: ResourceRule = {
  type: "AWS::Lambda::LayerVersion",
  // An unnamed layer takes its logical id as its name, so that its versions count up.
  name: { property: "LayerName", maxLength: 140, form: "logical-id-alone" },
  identify: (r) => {
    const arn = `${r.arn("lambda", `layer:${r.name}`)}:${r.invent("version", { alphabet: "digits", length: 4 })}`;
    return { physicalId: arn, arn, attributes: { LayerVersionArn: arn } };
  },
  create: (r) => [
    lambda.call("PublishLayerVersion", r.arn("lambda", `layer:${r.name}`), { also: objectChecks(r, "Content") }),
  ],
  delete: (r) => [lambda.call("DeleteLayerVersion", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversionpermission.html */
export const layerVersionPermission: ResourceRule = {
  type: "AWS::Lambda::LayerVersionPermission",
  identify: (r) => ({ physicalId: `${layerOf(r)}#${r.invent("id", { alphabet: "uuid" })}`, arn: null, attributes: {} }),
  create: (r) => [lambda.call("AddLayerVersionPermission", layerOf(r))],
  delete: (r) => [lambda.call("RemoveLayerVersionPermission", layerOf(r))],
};

function layerOf(r: ResourceView): string {
  return r.text("LayerVersionArn") ?? r.arn("lambda", `layer:${r.invent("layer", { alphabet: "lower", length: 8 })}:1`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-codesigningconfig.html */
export const codeSigningConfig: ResourceRule = {
  type: "AWS::Lambda::CodeSigningConfig",
  identify: (r) => {
    const id = `csc-${r.invent("id", { alphabet: "lower", length: 17 })}`;
    const arn = r.arn("lambda", `code-signing-config:${id}`);
    return { physicalId: arn, arn, attributes: { CodeSigningConfigArn: arn, CodeSigningConfigId: id } };
  },
  create: (r) => [
    lambda.call("CreateCodeSigningConfig", "*", {
      context: tagContext(r),
      also: tagOnCreate(lambda, r),
    }),
  ],
  update: (r) => [
    ...when(
      r.changed("AllowedPublishers", "CodeSigningPolicies", "Description"),
      lambda.call("UpdateCodeSigningConfig", r.arnOfSelf, { cause: "Properties" }),
    ),
    ...tagChanges(lambda, r),
  ],
  delete: (r) => [lambda.call("DeleteCodeSigningConfig", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-capacityprovider.html */
export const capacityProvider: ResourceRule = {
  type: "AWS::Lambda::CapacityProvider",
  name: { property: "CapacityProviderName", maxLength: 140 },
  identify: (r) => {
    const arn = r.arn("lambda", `capacity-provider:${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, State: "Active" } };
  },
  create: (r) => [
    lambda.call("CreateCapacityProvider", r.arnOfSelf, {
      context: tagContext(r),
      also: [
        ...tagOnCreate(lambda, r),
        ...when(
          r.has("PermissionsConfig.CapacityProviderOperatorRoleArn"),
          passRole(
            roleArnIn(r, "PermissionsConfig.CapacityProviderOperatorRoleArn"),
            "lambda.amazonaws.com",
            "PermissionsConfig",
          ),
        ),
      ],
    }),
    lambda.call("GetCapacityProvider", r.arnOfSelf),
  ],
  update: (r) => [lambda.call("UpdateCapacityProvider", r.arnOfSelf, { cause: "Properties" })],
  delete: (r) => [lambda.call("DeleteCapacityProvider", r.arnOfSelf), lambda.call("GetCapacityProvider", r.arnOfSelf)],
};
