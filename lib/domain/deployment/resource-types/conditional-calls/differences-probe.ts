import { loadActionCatalogue } from "../../../../data/action-catalogue";
import { loadResourceSpec } from "../../../../data/resource-spec";
import type { JsonObject } from "../../../json";
import { defaultDeploySettings } from "../../../stack";
import type { Phase } from "../../api-call";
import { startDeriving } from "../../derive-calls";
import { probeStack } from "../rule-probe";
import type { ConditionalCase } from "./conditional-case";

export type CallDifferences = Required<Omit<ConditionalCase, "given" | "beside">>;

/** What giving the properties changes in the calls of a resource that has those beside either way. */
export function differencesOf(type: string, given: JsonObject, beside: JsonObject = {}): CallDifferences {
  const after = { ...beside, ...given };
  const [without, present] = [actionsOf(type, "create", beside), actionsOf(type, "create", after)];
  return {
    create: except(present, without),
    spares: except(without, present),
    delete: except(actionsOf(type, "delete", after), actionsOf(type, "delete", beside)),
    update: except(actionsOf(type, "update", after, beside), ofAnyChange(type, beside)),
    removal: except(actionsOf(type, "update", beside, after), ofAnyChange(type, beside)),
  };
}

/** The actions of an update that changes something that no rule knows. */
function ofAnyChange(type: string, beside: JsonObject): readonly string[] {
  return actionsOf(type, "update", { ...beside, UnknownToAnyRule: "given" }, beside);
}

function actionsOf(type: string, phase: Phase, properties: JsonObject, before?: JsonObject): readonly string[] {
  const key = JSON.stringify([type, properties, before]);
  const calls = known.get(key) ?? callsOf(type, properties, before);
  known.set(key, calls);
  return [...new Set(calls.filter((call) => call.phase === phase).flatMap(({ actions }) => actions))];
}

interface OwnCall {
  readonly phase: Phase;
  readonly actions: readonly string[];
}

/** The resource's own calls, clean-up after failures apart. */
function callsOf(type: string, properties: JsonObject, before?: JsonObject): readonly OwnCall[] {
  const after = stackOf(type, properties);
  const { calls } = before
    ? derive(stackOf(type, before), after, ["update"]).value
    : derive(null, after, ["create"]).value;
  const own = calls.filter((call) => call.logicalId !== null && !call.onlyAfterFailure);
  return own.map(({ phase, checks }) => ({ phase, actions: checks.map(({ action }) => action) }));
}

function stackOf(type: string, properties: JsonObject) {
  return probeStack({ Tried: { Type: type, Properties: properties } });
}

function except(actions: readonly string[], others: readonly string[]): readonly string[] {
  return actions.filter((action) => !others.includes(action));
}

const derive = startDeriving(defaultDeploySettings, {
  resourceSpec: loadResourceSpec(),
  actions: loadActionCatalogue(),
});
const known = new Map<string, readonly OwnCall[]>();
