import { invalidResource } from "../fault";
import { isIntrinsic, ref } from "../intrinsics";
import type { Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { defineState } from "../state";
import { entryOf, isGiven, isMap, type Value, type ValueMap } from "../value";

/** How one function's alias is shifted to a new version; see `code-deploy.ts` for what comes of it. */
export interface DeploymentPreference {
  readonly functionId: string;
  readonly type: Value;
  readonly alarms: Value | undefined;
  readonly role: Value | undefined;
  readonly triggers: Value | undefined;
  /** Condition that the deployment group follows; only with `PassthroughCondition`. */
  readonly condition: Value | null;
  readonly tags: ValueMap | null;
}

/** Of every function with a preference, null for one that is switched off. */
export const deploymentPreferences = defineState(() => new Map<string, DeploymentPreference | null>());

export const codeDeployApplicationId = "ServerlessDeploymentApplication";

export function deploymentGroupId(functionId: string): string {
  return `${functionId}DeploymentGroup`;
}

/** Reads `DeploymentPreference` and gives the alias the update policy that hands it to CodeDeploy. */
export function addDeploymentPreference(
  resource: SamResource,
  alias: Resource | null,
  context: ExpansionContext,
): void {
  const { logicalId, properties } = resource;
  const config = properties.DeploymentPreference;
  if (!isMap(config) || !isGiven(config)) return;
  for (const name of ["Enabled", "Type"]) {
    if (config[name] !== undefined)
      config[name] = context.resolveMappings(context.resolveParameters(config[name] ?? null));
  }
  config.PassthroughCondition = readPassthrough(logicalId, config, context);
  const preference = readPreference(resource, config);
  context.state(deploymentPreferences).set(logicalId, preference);
  if (preference === null) return;
  if (alias === null) {
    const message = "'DeploymentPreference' shifts traffic of an alias. Set 'AutoPublishAlias' too.";
    throw invalidResource(logicalId, message, "Properties.DeploymentPreference");
  }
  alias.attributes.UpdatePolicy = { CodeDeployLambdaAliasUpdate: makeAliasUpdate(logicalId, config.Hooks) };
}

function readPassthrough(logicalId: string, config: ValueMap, context: ExpansionContext): boolean {
  if (config.PassthroughCondition === undefined) return false;
  const value = context.resolveMappings(context.resolveParameters(config.PassthroughCondition));
  if (value === true || value === "true" || value === "True" || value === 1) return true;
  if (value === false || value === "false" || value === "False" || value === 0) return false;
  const message = isIntrinsic(value)
    ? "'PassthroughCondition' can be a Ref to a parameter or an Fn::FindInMap, no other function."
    : "'PassthroughCondition' must be true or false.";
  throw invalidResource(logicalId, message, "Properties.DeploymentPreference.PassthroughCondition");
}

function readPreference(resource: SamResource, config: ValueMap): DeploymentPreference | null {
  const { logicalId, properties } = resource;
  const { Enabled: enabled = true, Hooks: hooks = {} } = config;
  if (!isGiven(enabled) || enabled === "false" || enabled === "False") return null;
  const path = "Properties.DeploymentPreference";
  if (config.Type === undefined) throw invalidResource(logicalId, "'DeploymentPreference' needs 'Type'.", path);
  if (!isMap(hooks))
    throw invalidResource(logicalId, "'Hooks' of 'DeploymentPreference' must be a map.", `${path}.Hooks`);
  const condition = resource.attributes.Condition ?? null;
  const tagged = isGiven(properties.PropagateTags) && isMap(properties.Tags) && isGiven(properties.Tags);
  return {
    functionId: logicalId,
    type: config.Type,
    alarms: config.Alarms,
    role: config.Role,
    triggers: config.TriggerConfigurations,
    condition: config.PassthroughCondition === true ? condition : null,
    tags: tagged && isMap(properties.Tags) ? properties.Tags : null,
  };
}

function makeAliasUpdate(functionId: string, hooks: Value | undefined): ValueMap {
  const update: ValueMap = {
    ApplicationName: ref(codeDeployApplicationId),
    DeploymentGroupName: ref(deploymentGroupId(functionId)),
  };
  const before = entryOf(hooks, "PreTraffic");
  const after = entryOf(hooks, "PostTraffic");
  if (isHook(before)) update.BeforeAllowTrafficHook = before;
  if (isHook(after)) update.AfterAllowTrafficHook = after;
  return update;
}

function isHook(hook: Value | undefined): hook is Value {
  return hook !== undefined && hook !== null && !(isMap(hook) && hook.Ref === null && Object.keys(hook).length === 1);
}
