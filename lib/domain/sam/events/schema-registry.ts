import type { SamEvent } from "../event-source";
import { expectMap, inEvent } from "../expect";
import { invalidEvent } from "../fault";
import { allow } from "../policy-statements";
import type { ExpansionContext } from "../resource-type";
import { isGiven, isList, isMap, textEntryOf, type Value, type ValueMap } from "../value";

/** What a Kafka event with a `SchemaRegistryConfig` lets the function read. */
export function schemaRegistryStatements(event: SamEvent, context: ExpansionContext): ValueMap[] {
  if (!isGiven(event.properties.SchemaRegistryConfig)) return [];
  const config = expectMap(event.properties.SchemaRegistryConfig, inEvent(event.eventId, "SchemaRegistryConfig"));
  checkConfig(event, config);
  const statements = isList(config.AccessConfigs)
    ? config.AccessConfigs.filter(isMap).map((access) => allow(["secretsmanager:GetSecretValue"], access.URI ?? null))
    : [];
  const uri = config.SchemaRegistryURI ?? null;
  const registry = registryName(registryArn(uri, context));
  if (registry !== null) {
    statements.push(allow(["glue:GetRegistry"], uri));
    const schemas = `arn:\${AWS::Partition}:glue:\${AWS::Region}:\${AWS::AccountId}:schema/${registry}/*`;
    statements.push(allow(["glue:GetSchemaVersion"], [{ "Fn::Sub": schemas }]));
  }
  return statements;
}

function checkConfig(event: SamEvent, config: ValueMap): void {
  const refuse = (message: string) => invalidEvent(event.eventId, message);
  for (const field of ["SchemaRegistryURI", "EventRecordFormat", "SchemaValidationConfigs"]) {
    if (!Object.hasOwn(config, field)) throw refuse(`'SchemaRegistryConfig' needs '${field}'.`);
  }
  if (config.EventRecordFormat !== "JSON" && config.EventRecordFormat !== "SOURCE") {
    throw refuse("'EventRecordFormat' in 'SchemaRegistryConfig' must be 'JSON' or 'SOURCE'.");
  }
  if (!isList(config.SchemaValidationConfigs)) throw refuse("'SchemaValidationConfigs' must be a list.");
  if (!isGiven(config.AccessConfigs)) return;
  if (!isList(config.AccessConfigs)) throw refuse("'AccessConfigs' in 'SchemaRegistryConfig' must be a list.");
  for (const access of config.AccessConfigs) {
    if (!isMap(access) || !Object.hasOwn(access, "Type") || !Object.hasOwn(access, "URI")) {
      throw refuse("Each entry of 'AccessConfigs' needs 'Type' and 'URI'.");
    }
  }
}

function registryArn(uri: Value, context: ExpansionContext): string | undefined {
  const resolved = context.resolveParameters(isMap(uri) ? { ...uri } : uri);
  return typeof resolved === "string" ? resolved : textEntryOf(resolved, "Fn::Sub");
}

/** The name in an ARN of a Glue registry; null for any other address. */
function registryName(arn: string | undefined): string | null {
  if (arn === undefined || !arn.startsWith("arn")) return null;
  const resource = arn.split(":")[5];
  return resource?.startsWith("registry/") ? resource.slice("registry/".length) : null;
}
