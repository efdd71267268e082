import type { SamEvent } from "../event-source";
import { expectMap, inResource } from "../expect";
import { invalidEvent } from "../fault";
import { isIntrinsic } from "../intrinsics";
import { allow } from "../policy-statements";
import { isGiven, isList, type Value, type ValueMap } from "../value";
import { polledEventSource } from "./event-source-mapping";
import { schemaRegistryStatements } from "./schema-registry";
import { decryptStatements, networkInterfaceStatement } from "./source-access";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-selfmanagedkafka.html */
export const selfManagedKafka = polledEventSource({
  type: "SelfManagedKafka",
  properties: {},
  policies(event, context) {
    checkKafka(event);
    const access = readAccess(event);
    const statements: ValueMap[] = [];
    const readSecret = () => allow(["secretsmanager:GetSecretValue"], access.secret ?? null);
    if (isGiven(access.secret)) statements.push(readSecret());
    // The transform names the authentication secret a second time where a root certificate is given.
    if (isGiven(access.certificate)) statements.push(readSecret());
    if (access.insideVpc) statements.push(networkInterfaceStatement());
    statements.push(...decryptStatements(event, ["kms:Decrypt"]), ...schemaRegistryStatements(event, context));
    const document: ValueMap = { Statement: statements, Version: "2012-10-17" };
    return [{ PolicyName: "SelfManagedKafkaExecutionRolePolicy", PolicyDocument: document }];
  },
});

function checkKafka(event: SamEvent): void {
  const { KafkaBootstrapServers, Topics, SourceAccessConfigurations } = event.properties;
  const refuse = (message: string) => invalidEvent(event.eventId, message);
  if (!isGiven(KafkaBootstrapServers)) throw refuse("SelfManagedKafka events need 'KafkaBootstrapServers'.");
  if (!isGiven(Topics)) throw refuse("SelfManagedKafka events need 'Topics'.");
  if (isList(Topics) && Topics.length !== 1) {
    throw refuse("SelfManagedKafka events take exactly one topic in 'Topics'.");
  }
  if (!isGiven(SourceAccessConfigurations)) throw refuse("SelfManagedKafka events need 'SourceAccessConfigurations'.");
}

interface KafkaAccess {
  secret?: Value;
  certificate?: Value;
  insideVpc: boolean;
}

const authenticationTypes = ["SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH"];

function readAccess(event: SamEvent): KafkaAccess {
  const { SourceAccessConfigurations: configurations } = event.properties;
  const refuse = (message: string) => invalidEvent(event.eventId, message);
  if (!isList(configurations)) throw refuse("'SourceAccessConfigurations' must be a list.");
  const access: KafkaAccess = { insideVpc: false };
  const network = new Set<string>();
  for (const entry of configurations) {
    const { Type: type, URI } = expectMap(entry, inResource(event.eventId, "SourceAccessConfigurations"));
    if (type === "VPC_SUBNET" || type === "VPC_SECURITY_GROUP") {
      checkUri(event, type, URI);
      network.add(type);
    } else if (type === "SERVER_ROOT_CA_CERTIFICATE") {
      access.certificate = checkUri(event, type, URI);
    } else if (typeof type === "string" && authenticationTypes.includes(type)) {
      if (isGiven(access.secret)) throw refuse("'SourceAccessConfigurations' may hold one way of authentication only.");
      access.secret = checkUri(event, type, URI);
    } else {
      throw refuse("'SourceAccessConfigurations' holds an entry whose 'Type' SelfManagedKafka events do not know.");
    }
  }
  if (network.size === 1)
    throw refuse("VPC_SUBNET and VPC_SECURITY_GROUP in 'SourceAccessConfigurations' go together.");
  access.insideVpc = network.size === 2;
  return access;
}

function checkUri(event: SamEvent, type: string, uri: Value | undefined): Value {
  if (!isGiven(uri)) throw invalidEvent(event.eventId, `${type} in 'SourceAccessConfigurations' needs a 'URI'.`);
  if (typeof uri !== "string" && !isIntrinsic(uri))
    throw invalidEvent(event.eventId, `The 'URI' of ${type} must be a string.`);
  return uri;
}
