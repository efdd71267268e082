import { invalidResource, invalidTemplate } from "../fault";
import { orConditions, ref } from "../intrinsics";
import { isDict, isTruthy, type PyDict } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { defineState } from "../state";
import { isMap, sameValue, type Value, type ValueMap } from "../value";

const SHARED_CONDITION = "SharedUsagePlanCondition";
const planSettings = ["UsagePlanName", "Description", "Quota", "Tags", "Throttle"];

/** A usage plan, an API key and what joins them, as `Auth.UsagePlan` says: for this API, or for all that share one. */
export function makeUsagePlan(
  apiId: string,
  auth: PyDict,
  stageId: string,
  attributes: ValueMap,
  context: ExpansionContext,
): Resource[] {
  const settings = readSettings(apiId, auth);
  if (settings === null || settings.CreateUsagePlan === "NONE") return [];
  const isShared = settings.CreateUsagePlan === "SHARED";
  const shared = context.state(sharedPlan);
  if (isShared) shareWith(shared, apiId, stageId, attributes, context);
  const use: PlanUse = isShared
    ? {
        prefix: "Serverless",
        apiIds: [...shared.apiIds],
        stages: [...shared.stages],
        attributes: { ...shared.attributes },
      }
    : { prefix: apiId, apiIds: [apiId], stages: [{ apiId, stageId }], attributes };
  return makeResources(use, settings);
}

interface PlanUse {
  readonly prefix: string;
  readonly apiIds: string[];
  readonly stages: readonly Stage[];
  readonly attributes: ValueMap;
}

interface Stage {
  readonly apiId: string;
  readonly stageId: string;
}

function readSettings(apiId: string, auth: PyDict): ValueMap | null {
  const given = auth.get("UsagePlan") ?? null;
  if (given === null) return null;
  const path = "Properties.Auth.UsagePlan";
  if (!isDict(given)) throw invalidResource(apiId, "'UsagePlan' must be a map.", path);
  const unknown = given.keys().find((key) => key !== "CreateUsagePlan" && !planSettings.includes(key));
  if (unknown !== undefined) throw invalidResource(apiId, `'UsagePlan' has no property '${unknown}'.`, path);
  const create = toValue(given.get("CreateUsagePlan") ?? null);
  if (create === null) throw invalidResource(apiId, "'UsagePlan' needs 'CreateUsagePlan'.", path);
  if (typeof create !== "string" || !["SHARED", "PER_API", "NONE"].includes(create)) {
    throw invalidResource(apiId, "'CreateUsagePlan' must be SHARED, PER_API or NONE.", path);
  }
  const settings: ValueMap = { CreateUsagePlan: create };
  for (const name of planSettings) {
    const value = given.get(name);
    if (value !== undefined && isTruthy(value)) settings[name] = toValue(value);
  }
  return settings;
}

function makeResources({ prefix, apiIds, stages, attributes }: PlanUse, settings: ValueMap): Resource[] {
  const { CreateUsagePlan: _, ...properties } = settings;
  const plan = makeResource(
    "AWS::ApiGateway::UsagePlan",
    `${prefix}UsagePlan`,
    { ...attributes },
    {
      ApiStages: stages.map(({ apiId, stageId }) => ({ ApiId: ref(apiId), Stage: ref(stageId) })),
      ...properties,
    },
  );
  plan.dependsOn = apiIds;
  const key = makeResource(
    "AWS::ApiGateway::ApiKey",
    `${prefix}ApiKey`,
    { ...attributes },
    {
      Enabled: true,
      StageKeys: stages.map(({ apiId, stageId }) => ({ RestApiId: ref(apiId), StageName: ref(stageId) })),
    },
  );
  key.dependsOn = [plan.logicalId];
  const link = makeResource(
    "AWS::ApiGateway::UsagePlanKey",
    `${prefix}UsagePlanKey`,
    { ...attributes },
    {
      KeyId: ref(key.logicalId),
      KeyType: "API_KEY",
      UsagePlanId: ref(plan.logicalId),
    },
  );
  link.dependsOn = [key.logicalId];
  return [plan, key, link];
}

/** What the APIs that share a usage plan have brought together so far. */
interface SharedPlan {
  readonly apiIds: string[];
  readonly stages: Stage[];
  readonly conditions: string[];
  /** A plan without a condition once one of its APIs has none. */
  unconditional: boolean;
  attributes: ValueMap;
}

const sharedPlan = defineState<SharedPlan>(() => ({
  apiIds: [],
  stages: [],
  conditions: [],
  unconditional: false,
  attributes: {},
}));

function shareWith(
  shared: SharedPlan,
  apiId: string,
  stageId: string,
  attributes: ValueMap,
  context: ExpansionContext,
): void {
  if (!shared.apiIds.includes(apiId)) shared.apiIds.push(apiId);
  if (!shared.stages.some((stage) => sameValue({ ...stage }, { apiId, stageId })))
    shared.stages.push({ apiId, stageId });
  shareCondition(shared, attributes.Condition, context);
  const combined: ValueMap = {};
  const deletion = strongest(shared.attributes.DeletionPolicy, attributes.DeletionPolicy, ["Retain"]);
  const replacement = strongest(shared.attributes.UpdateReplacePolicy, attributes.UpdateReplacePolicy, [
    "Retain",
    "Snapshot",
  ]);
  if (deletion) combined.DeletionPolicy = deletion;
  if (replacement) combined.UpdateReplacePolicy = replacement;
  if (shared.conditions.length > 0 && !shared.unconditional) combined.Condition = SHARED_CONDITION;
  shared.attributes = combined;
}

/** The first policy stays unless a later one keeps more; `Snapshot` is more than `Delete` only. */
function strongest(known: Value | undefined, added: Value | undefined, stronger: readonly string[]): Value | undefined {
  if (!added) return known;
  if (!known) return added;
  if (added === "Retain") return added;
  return typeof added === "string" && stronger.includes(added) && known === "Delete" ? added : known;
}

function shareCondition(shared: SharedPlan, condition: Value | undefined, context: ExpansionContext): void {
  if (shared.unconditional) return;
  if ((condition ?? null) === null) {
    shared.unconditional = true;
    delete context.conditions[SHARED_CONDITION];
    return;
  }
  if (typeof condition !== "string" || condition === "" || shared.conditions.includes(condition)) return;
  if (!isMap(context.source.Conditions)) {
    throw invalidTemplate(`'${condition}' is used as a condition, but the template has no 'Conditions'.`);
  }
  shared.conditions.push(condition);
  context.conditions[SHARED_CONDITION] = shared.conditions.length === 1 ? condition : orConditions(shared.conditions);
}
