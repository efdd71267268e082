import { invalidResource } from "../fault";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

/**
 * `EndpointConfiguration` and `Parameters` of a REST API. API Gateway's default is an edge-optimised endpoint, which
 * some partitions do not have: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html
 */
export function endpointConfiguration(apiId: string, given: Value | undefined, partition: string): ValueMap {
  if (isGiven(given)) return describe(apiId, given);
  return hasEdgeEndpoints(partition) ? {} : describe(apiId, "REGIONAL");
}

function hasEdgeEndpoints(partition: string): boolean {
  return !partition.startsWith("aws-iso") && !["aws-us-gov", "aws-cn", "aws-eusc"].includes(partition);
}

function describe(apiId: string, given: Value): ValueMap {
  const type = isMap(given) && isGiven(given.Type) ? given.Type : null;
  if (type === null || !isMap(given)) {
    return { EndpointConfiguration: { Types: [given] }, Parameters: { endpointConfigurationTypes: given } };
  }
  const { VPCEndpointIds: ids, VpcEndpointIds: otherIds } = given;
  if (ids !== undefined && otherIds !== undefined) {
    throw invalidResource(
      apiId,
      "'EndpointConfiguration' takes 'VPCEndpointIds' or 'VpcEndpointIds', not both.",
      "Properties.EndpointConfiguration",
    );
  }
  const configuration: ValueMap = { Types: [type] };
  if (ids !== undefined || otherIds !== undefined)
    configuration.VpcEndpointIds = isGiven(ids) ? ids : (otherIds ?? null);
  if (given.IpAddressType !== undefined) configuration.IpAddressType = given.IpAddressType;
  return { EndpointConfiguration: configuration, Parameters: { endpointConfigurationTypes: type } };
}
