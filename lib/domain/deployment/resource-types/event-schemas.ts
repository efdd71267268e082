import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { plainRule } from "./plain-rule";

const schemas = awsService({
  prefix: "schemas",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/eventbridge/latest/schema-reference/${pageOf(operation)}.html#${operation}`,
});

function pageOf(operation: string): string {
  if (operation.endsWith("agResource")) return "tags-resource-arn";
  const registries = "v1-registries-name-registryname";
  return operation.endsWith("Registry") ? registries : `${registries}-schemas-name-schemaname`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eventschemas-registry.html */
const registry = plainRule({
  type: "AWS::EventSchemas::Registry",
  service: schemas,
  name: { property: "RegistryName", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("schemas", `registry/${r.name}`);
    return { physicalId: arn, arn, attributes: { RegistryArn: arn, RegistryName: r.name } };
  },
  create: "CreateRegistry",
  reads: ["DescribeRegistry"],
  update: "UpdateRegistry",
  delete: "DeleteRegistry",
  gone: "DescribeRegistry",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eventschemas-schema.html */
const schema = plainRule({
  type: "AWS::EventSchemas::Schema",
  service: schemas,
  name: { property: "SchemaName", maxLength: 385 },
  identify: (r) => {
    // A registry is named by its name or, as `Ref` gives it, by its ARN.
    const registryName = (r.text("RegistryName") ?? "").split("/").at(-1) ?? "";
    const arn = r.arn("schemas", `schema/${registryName}/${r.name}`);
    return { physicalId: arn, arn, attributes: { SchemaArn: arn, SchemaName: r.name, SchemaVersion: "1" } };
  },
  create: "CreateSchema",
  reads: ["DescribeSchema"],
  update: "UpdateSchema",
  delete: "DeleteSchema",
  gone: "DescribeSchema",
});

export const eventSchemasRules: readonly ResourceRule[] = [registry, schema];
