import { invalidResource } from "../fault";
import { getAtt, ifBranches, ifCondition, isIf, isIntrinsic, isNoValue, orConditions, ref, sub } from "../intrinsics";
import { awsManagedPolicyArn } from "../managed-policies";
import { assumeRolePolicy } from "../policy-statements";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { tagList } from "../tags";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";
import {
  codeDeployApplicationId,
  type DeploymentPreference,
  deploymentGroupId,
  deploymentPreferences,
} from "./deployment-preference";

const serviceRoleId = "CodeDeployServiceRole";

/** The application and the service role that all gradual deployments share; adds the condition that both follow. */
export function makeCodeDeployResources(context: ExpansionContext): Resource[] {
  const preferences = enabledPreferences(context);
  if (preferences.length === 0) return [];
  const attributes = sharedAttributes(preferences, context);
  const tags: ValueMap = Object.assign({}, ...preferences.map((preference) => preference.tags));
  const Tags = isGiven(tags) ? tagList(tags) : undefined;
  const application = makeResource("AWS::CodeDeploy::Application", codeDeployApplicationId, attributes, {
    ComputePlatform: "Lambda",
    Tags,
  });
  if (preferences.every(({ role }) => isGiven(role))) return [application];
  const role = makeResource(
    "AWS::IAM::Role",
    serviceRoleId,
    { ...attributes },
    {
      AssumeRolePolicyDocument: assumeRolePolicy("codedeploy.amazonaws.com"),
      ManagedPolicyArns: [awsManagedPolicyArn(context.partition, "service-role/AWSCodeDeployRoleForLambda")],
      Tags,
    },
  );
  return [application, role];
}

export function enabledPreferences(context: ExpansionContext): DeploymentPreference[] {
  return [...context.state(deploymentPreferences).values()].filter((preference) => preference !== null);
}

export function makeDeploymentGroup(preference: DeploymentPreference): Resource {
  const { functionId, condition, role, triggers, tags } = preference;
  const attributes: ValueMap = isGiven(condition) ? { Condition: condition } : {};
  return makeResource("AWS::CodeDeploy::DeploymentGroup", deploymentGroupId(functionId), attributes, {
    AlarmConfiguration: readAlarms(preference),
    ApplicationName: ref(codeDeployApplicationId),
    AutoRollbackConfiguration: {
      Enabled: true,
      Events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
    },
    DeploymentConfigName: configName(preference.type),
    DeploymentStyle: { DeploymentType: "BLUE_GREEN", DeploymentOption: "WITH_TRAFFIC_CONTROL" },
    ServiceRoleArn: isGiven(role) ? role : getAtt(serviceRoleId, "Arn"),
    TriggerConfigurations: isGiven(triggers) ? triggers : undefined,
    Tags: tags === null ? undefined : tagList(tags),
  });
}

const sharedCondition = "ServerlessCodeDeployCondition";

/** A condition only where every deployment has one: the only one, or one that any of them meets. */
function sharedAttributes(preferences: readonly DeploymentPreference[], context: ExpansionContext): ValueMap {
  if (preferences.some(({ condition }) => !isGiven(condition))) return {};
  const conditions = [...new Set(preferences.map(({ condition }) => condition))];
  if (conditions.length === 1) return { Condition: conditions[0] ?? null };
  Object.assign(context.conditions, anyOf(conditions));
  return { Condition: sharedCondition };
}

/** `Fn::Or` takes ten at most, so more of them are combined in steps, the last under the shared name. */
function anyOf(conditions: readonly Value[]): ValueMap {
  const limit = 10;
  const made: ValueMap = {};
  let left = [...conditions];
  let unnamed = Math.floor((left.length - 2) / (limit - 1));
  while (left.length > 1) {
    const name = unnamed > 0 ? `${sharedCondition}${unnamed}` : sharedCondition;
    made[name] = orConditions(left.slice(0, limit));
    left = [...left.slice(limit), name];
    unnamed -= 1;
  }
  return made;
}

function readAlarms({ functionId, alarms }: DeploymentPreference): Value | undefined {
  if (!isGiven(alarms) || isNoValue(alarms)) return undefined;
  if (!isIf(alarms)) return alarmConfiguration(functionId, alarms);
  const branches = ifBranches(alarms);
  if (branches === null) throw invalidAlarms(functionId, "'Alarms' holds an Fn::If without its three values.");
  const [condition, whenTrue, whenFalse] = branches;
  return ifCondition(condition, alarmConfiguration(functionId, whenTrue), alarmConfiguration(functionId, whenFalse));
}

function alarmConfiguration(functionId: string, alarms: Value): ValueMap {
  if (!isList(alarms)) throw invalidAlarms(functionId, "'Alarms' must be a list.");
  if (alarms.length === 0 || isNoValue(alarms[0])) return {};
  return { Enabled: true, Alarms: alarms.map((alarm) => ({ Name: alarm })) };
}

function invalidAlarms(functionId: string, message: string): Error {
  return invalidResource(functionId, message, "Properties.DeploymentPreference.Alarms");
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html */
const predefined: ReadonlySet<string> = new Set([
  "Canary10Percent5Minutes",
  "Canary10Percent10Minutes",
  "Canary10Percent15Minutes",
  "Canary10Percent30Minutes",
  "Linear10PercentEvery1Minute",
  "Linear10PercentEvery2Minutes",
  "Linear10PercentEvery3Minutes",
  "Linear10PercentEvery10Minutes",
  "AllAtOnce",
]);

/** Names of CodeDeploy's own configurations get their prefix, wherever they stand inside functions. */
function configName(type: Value, key?: string): Value {
  if (isList(type)) return type.map((item) => configName(item));
  if (isMap(type) && isIntrinsic(type)) {
    return Object.fromEntries(Object.entries(type).map(([name, value]) => [name, configName(value, name)]));
  }
  if (typeof type !== "string" || !predefined.has(type)) return type;
  const prefixed = "CodeDeployDefault.Lambda${ConfigName}";
  return key === "Fn::Sub" ? [prefixed, { ConfigName: type }] : sub(prefixed, { ConfigName: type });
}
