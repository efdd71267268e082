import { allow, inlinePolicy } from "../policy-statements";
import { anything, requiredStrict } from "../property";
import { isGiven, isList, isMap } from "../value";
import { polledEventSource } from "./event-source-mapping";
import { schemaRegistryStatements } from "./schema-registry";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-msk.html */
export const msk = polledEventSource({
  type: "MSK",
  properties: { Stream: requiredStrict(anything), StartingPosition: requiredStrict(anything) },
  arnProperty: "Stream",
  managedPolicy: "service-role/AWSLambdaMSKExecutionRole",
  policies(event, context) {
    const { SourceAccessConfigurations: configurations } = event.properties;
    const statements = schemaRegistryStatements(event, context);
    for (const configuration of isList(configurations) ? configurations : []) {
      if (!isMap(configuration) || configuration.Type !== "CLIENT_CERTIFICATE_TLS_AUTH") continue;
      if (isGiven(configuration.URI)) statements.push(allow(["secretsmanager:GetSecretValue"], configuration.URI));
    }
    return statements.length > 0 ? [inlinePolicy("MSKExecutionRolePolicy", statements)] : [];
  },
});
