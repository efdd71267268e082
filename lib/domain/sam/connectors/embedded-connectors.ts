import { duplicateId, invalidResource, SamFault } from "../fault";
import type { TemplatePlugin } from "../plugin";
import { checkProperties } from "../property";
import { resourcesOf } from "../sam-template";
import { isMap, type Value, type ValueMap } from "../value";
import { connectorProperties, connectorType } from "./connector-properties";

/**
 * Makes a connector of its own out of each entry in a resource's `Connectors`.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html
 */
export const separateConnectors: TemplatePlugin = {
  name: "embedded-connectors",
  beforeTemplate(template, context) {
    const resources = resourcesOf(template);
    const separated: ValueMap = {};
    for (const [sourceId, resource] of Object.entries(resources)) {
      if (!isMap(resource) || !Object.hasOwn(resource, "Connectors")) continue;
      const { Connectors: connectors } = resource;
      delete resource.Connectors;
      if (!isMap(connectors)) {
        context.report(invalidResource(sourceId, "'Connectors' must be a map.", "Connectors"));
        continue;
      }
      for (const [name, written] of Object.entries(connectors)) {
        try {
          separated[sourceId + name] = separate(sourceId, name, written, resources);
        } catch (fault) {
          if (!(fault instanceof SamFault)) throw fault;
          context.report(fault);
        }
      }
    }
    Object.assign(resources, separated);
  },
};

function separate(sourceId: string, name: string, written: Value, resources: ValueMap): ValueMap {
  const logicalId = sourceId + name;
  if (!isMap(written)) throw invalidResource(logicalId, `The connector '${name}' must be a map.`);
  if (!isMap(written.Properties)) {
    throw invalidResource(
      sourceId,
      `'Properties' of the connector '${name}' must be a map.`,
      `Connectors.${name}.Properties`,
    );
  }
  const { SourceReference: reference = {}, ...others } = written.Properties;
  const path = `Connectors.${name}.Properties.SourceReference`;
  if (!isMap(reference)) throw invalidResource(sourceId, "'SourceReference' must be a map.", path);
  if (Object.hasOwn(reference, "Id")) {
    throw invalidResource(name, "'SourceReference' cannot hold an 'Id': the source is the resource itself.");
  }
  const properties = { ...others, Source: { Id: sourceId, ...reference } };
  if (!/^[A-Za-z0-9]+\n?$/.test(logicalId))
    throw invalidResource(logicalId, "Logical ids may hold letters and digits only.");
  checkProperties(logicalId, connectorType, properties, connectorProperties);
  if (Object.hasOwn(resources, logicalId)) throw duplicateId(sourceId, logicalId, connectorType);
  return { ...written, Type: connectorType, Properties: properties };
}
