import { expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { andConditions, getAtt, ifBranches, ifCondition, isIf, isNoValue, notCondition, ref } from "../intrinsics";
import { dataHash } from "../logical-id";
import {
  invokeFunctionPolicy,
  publishPolicy,
  putEventsPolicy,
  putObjectPolicy,
  sendMessagePolicy,
} from "../policy-statements";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { isGiven, type Value, type ValueMap } from "../value";

export interface EventInvokeConfig {
  readonly resources: readonly Resource[];
  /** Inline policies that let the function's role reach the destinations. */
  readonly policies: readonly ValueMap[];
}

/** Retries and destinations of asynchronous invocations, with the queue or topic that the user left to SAM. */
export function makeEventInvokeConfig(
  resource: SamResource,
  alias: Resource | null,
  context: ExpansionContext,
): EventInvokeConfig {
  const { logicalId, properties } = resource;
  if (!isGiven(properties.EventInvokeConfig)) return { resources: [], policies: [] };
  const config = expectMap(
    context.resolveParameters(properties.EventInvokeConfig),
    inResource(logicalId, "EventInvokeConfig"),
  );
  const configId = `${logicalId}EventInvokeConfig`;
  const destinations = isGiven(config.DestinationConfig)
    ? makeDestinations(resource, config.DestinationConfig, configId, context)
    : [];
  const invokeConfig = makeResource(
    "AWS::Lambda::EventInvokeConfig",
    configId,
    { ...resource.attributes },
    {
      FunctionName: ref(logicalId),
      Qualifier: alias?.properties.Name ?? "$LATEST",
      DestinationConfig: Object.fromEntries(destinations.map(({ outcome, arn }) => [outcome, { Destination: arn }])),
      MaximumEventAgeInSeconds: config.MaximumEventAgeInSeconds,
      MaximumRetryAttempts: config.MaximumRetryAttempts,
    },
  );
  if (alias !== null) invokeConfig.dependsOn = [alias.logicalId];
  return {
    resources: [...destinations.flatMap((destination) => destination.resource ?? []), invokeConfig],
    policies: destinations.map((destination) => destination.policy),
  };
}

interface Destination {
  readonly outcome: string;
  readonly arn: Value;
  readonly resource: Resource | null;
  readonly policy: ValueMap;
}

function makeDestinations(
  resource: SamResource,
  given: Value,
  configId: string,
  context: ExpansionContext,
): Destination[] {
  const path = "EventInvokeConfig.DestinationConfig";
  const config = expectMap(given, inResource(resource.logicalId, path));
  const destinations: Destination[] = [];
  for (const outcome of ["OnSuccess", "OnFailure"]) {
    const wanted = config[outcome];
    if (wanted === undefined || wanted === null) continue;
    const destination = expectMap(wanted, inResource(resource.logicalId, `${path}.${outcome}`));
    const made = makeDestination(resource, destination, outcome, configId, context);
    // Functions that share this through Globals go on with the first one's queue or topic, as in the transform.
    destination.Destination = made.arn;
    destinations.push(made);
  }
  return destinations;
}

const policies: ReadonlyMap<Value, (arn: Value, logicalId: string) => ValueMap> = new Map([
  ["SQS", sendMessagePolicy],
  ["SNS", publishPolicy],
  ["EventBridge", putEventsPolicy],
  ["Lambda", invokeFunctionPolicy],
  ["S3Bucket", putObjectPolicy],
]);

function makeDestination(
  resource: SamResource,
  config: ValueMap,
  outcome: string,
  configId: string,
  context: ExpansionContext,
): Destination {
  const { logicalId } = resource;
  const { Type: type = null, Destination: given = null } = config;
  const policyOf = policies.get(type);
  const path = `Properties.EventInvokeConfig.DestinationConfig.${outcome}`;
  if (policyOf === undefined) {
    throw invalidResource(
      logicalId,
      `The 'Type' of a destination must be one of ${[...policies.keys()].join(", ")}.`,
      path,
    );
  }
  const destinationId = configId + outcome;
  const absence = conditionOfAbsence(given, configId, context);
  if (given !== null && absence === null) {
    return { outcome, arn: given, resource: null, policy: policyOf(given, destinationId) };
  }
  if (type !== "SQS" && type !== "SNS") {
    throw invalidResource(logicalId, "'Destination' is needed for every 'Type' but 'SQS' and 'SNS'.", path);
  }
  const attributes = passThroughAttributes(resource.attributes);
  const generated =
    type === "SQS"
      ? makeResource("AWS::SQS::Queue", `${destinationId}Queue`, attributes)
      : makeResource("AWS::SNS::Topic", `${destinationId}Topic`, attributes);
  const generatedArn = type === "SQS" ? getAtt(generated.logicalId, "Arn") : ref(generated.logicalId);
  const condition = combineConditions(resource, absence?.condition ?? null, context);
  if (condition !== null && condition !== "") generated.attributes.Condition = condition;
  const arn = absence === null ? generatedArn : ifCondition(absence.condition, generatedArn, absence.otherwise);
  return { outcome, arn, resource: generated, policy: policyOf(arn, destinationId) };
}

/** Under which condition the destination is `AWS::NoValue`, and what it is otherwise; null where it is not conditional. */
function conditionOfAbsence(
  destination: Value,
  configId: string,
  context: ExpansionContext,
): { condition: string; otherwise: Value } | null {
  if (!isIf(destination)) return null;
  const branches = ifBranches(destination);
  if (branches === null) throw invalidResource(configId, "'Destination' holds an Fn::If without its three values.");
  const [condition, whenTrue, whenFalse] = branches;
  if (typeof condition !== "string" || isNoValue(whenTrue) === isNoValue(whenFalse)) return null;
  if (isNoValue(whenTrue)) return { condition, otherwise: whenFalse };
  const negated = generatedConditionName(`NOT${condition}`, configId);
  context.conditions[negated] = notCondition(condition);
  return { condition: negated, otherwise: whenTrue };
}

function combineConditions(resource: SamResource, absence: string | null, context: ExpansionContext): Value {
  const own = resource.attributes.Condition ?? null;
  if (own === null || absence === null) return own ?? absence;
  const name = generatedConditionName(`${String(own)}AND${absence}`, resource.logicalId);
  context.conditions[name] = andConditions([{ Condition: own }, { Condition: absence }]);
  return name;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const longestName = 255;

function generatedConditionName(name: string, hashed: string): string {
  return (name + dataHash(hashed)).slice(0, longestName);
}
