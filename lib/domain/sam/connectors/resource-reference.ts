import { getAtt, isIntrinsic, ref, referredId } from "../intrinsics";
import { isGiven, isList, isMap, mapEntryOf, sameValue, type Value, type ValueMap } from "../value";
import { type ResourceFacts, resourceFacts } from "./resource-facts";

/** One end of a connector. */
export interface ResourceReference {
  readonly logicalId: string | null;
  readonly type: string;
  readonly arn?: Value | undefined;
  readonly roleName?: Value | undefined;
  readonly queueUrl?: Value | undefined;
  readonly resourceId?: Value | undefined;
  readonly name?: Value | undefined;
  readonly qualifier?: Value | undefined;
}

export type ReadReference = { readonly reference: ResourceReference } | { readonly fault: string };

/**
 * Reads `Source` or `Destination`: an `Id` in this template, or identifiers from elsewhere. `otherEnd` is what it is
 * connected with, as written: a rule has a role for each target.
 */
export function readReference(written: ValueMap, otherEnd: ValueMap, resources: ValueMap): ReadReference {
  const others = Object.keys(written).filter((key) => key !== "Id" && key !== "Qualifier");
  if (Object.hasOwn(written, "Id") === others.length > 0) {
    return { fault: "Give 'Id', with or without 'Qualifier', or a combination of other properties." };
  }
  const { Id: id } = written;
  if (!isGiven(id)) return readForeign(written);
  if (typeof id !== "string") return { fault: "'Id' must be a string." };
  const resource = mapEntryOf(resources, id);
  if (!resource) return { fault: `There is no resource with the logical id '${id}'.` };
  const { Type: type } = resource;
  if (typeof type !== "string" || type === "") return { fault: `The resource '${id}' has no Type.` };
  const { Properties: properties = {} } = resource;
  const facts = Object.hasOwn(resourceFacts, type) ? resourceFacts[type] : undefined;
  if (facts?.roleProperty !== undefined && !isMap(properties)) {
    return { fault: `'Properties' of the resource '${id}' must be a map.` };
  }
  const identifier = (name: keyof ResourceFacts) => (facts ? writeIdentifier(id, facts[name]) : undefined);
  const reference = {
    logicalId: id,
    type,
    arn: identifier("arn"),
    roleName: facts && isMap(properties) ? roleNameOf(facts, properties, otherEnd) : undefined,
    queueUrl: identifier("url"),
    resourceId: identifier("id"),
    name: identifier("name"),
    qualifier: Object.hasOwn(written, "Qualifier") ? written.Qualifier : facts?.qualifier,
  };
  return { reference };
}

function readForeign(written: ValueMap): ReadReference {
  const { Type: type } = written;
  if (typeof type !== "string" || type === "") return { fault: "'Type' is missing or not a string." };
  const reference = {
    logicalId: null,
    type: generatedTypes.get(type) ?? type,
    arn: written.Arn,
    roleName: written.RoleName,
    queueUrl: written.QueueUrl,
    resourceId: written.ResourceId,
    name: written.Name,
    qualifier: written.Qualifier,
  };
  return { reference };
}

/** Profiles know CloudFormation's types only. */
const generatedTypes: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Function", "AWS::Lambda::Function"],
  ["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"],
  ["AWS::Serverless::Api", "AWS::ApiGateway::RestApi"],
  ["AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"],
  ["AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"],
]);

function writeIdentifier(logicalId: string, attribute: string | undefined): Value | undefined {
  if (attribute === undefined) return undefined;
  return attribute === "Ref" ? ref(logicalId) : getAtt(logicalId, attribute);
}

/** Known only where the role is a resource of this template. */
function roleNameOf({ roleProperty }: ResourceFacts, properties: ValueMap, otherEnd: ValueMap): Value | undefined {
  if (roleProperty === undefined) return undefined;
  const role = roleProperty === "Targets" ? targetRole(properties, otherEnd) : properties[roleProperty];
  const roleId = isIntrinsic(role) ? referredId(role) : null;
  return roleId ? ref(roleId) : undefined;
}

function targetRole({ Targets: targets }: ValueMap, { Id: id, Arn: arn }: ValueMap): Value | undefined {
  if (!isList(targets)) return undefined;
  for (const target of targets) {
    if (!isMap(target)) continue;
    const targetId = referredId(target.Arn);
    if ((targetId && targetId === id) || (isGiven(arn) && sameValue(target.Arn, arn))) return target.RoleArn;
  }
  return undefined;
}
