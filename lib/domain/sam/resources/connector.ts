import { connectorProperties, connectorType } from "../connectors/connector-properties";
import { replaceInDependsOn } from "../connectors/depends-on";
import { expandConnector } from "../connectors/expand-connector";
import type { ResourceTypeRule } from "../resource-type";
import { isMap } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html */
export const connector: ResourceTypeRule = {
  type: connectorType,
  properties: connectorProperties,
  expand({ logicalId, properties, dependsOn, attributes }, context) {
    const { Source: source, Destination: destination, Permissions: permissions } = properties;
    const written = { logicalId, source: isMap(source) ? source : {}, destination, permissions, dependsOn, attributes };
    const resources = expandConnector(written, context);
    const generatedIds = resources.map((resource) => resource.logicalId);
    replaceInDependsOn(logicalId, generatedIds, context.outputResources);
    return { resources };
  },
};
