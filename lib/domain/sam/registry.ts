import type { FunctionEventSource, StateMachineEventSource } from "./event-source";
import type { TemplatePlugin } from "./plugin";
import { resolveRepositoryApplications } from "./plugins/repository-applications";
import { resolvePolicyTemplates } from "./policy-templates/resolve-policy-templates";
import type { ResourceTypeRule } from "./resource-type";
import { application } from "./resources/application";
import { capacityProvider } from "./resources/capacity-provider";
import { layerVersion } from "./resources/layer-version";
import { simpleTable } from "./resources/simple-table";
import { stateMachine } from "./resources/state-machine";
import { cloudWatchEventOfStateMachine, eventBridgeRuleOfStateMachine } from "./state-machine-events/event-bridge-rule";
import { scheduleOfStateMachine } from "./state-machine-events/schedule";
import { scheduleV2OfStateMachine } from "./state-machine-events/schedule-v2";

/**
 * Steps on the whole template, in the order in which they act. It matters: implicit APIs must exist before Globals are
 * merged into them, and policy templates are resolved on what Globals left. Order of the transform: repository
 * applications, default API definitions, implicit REST API, implicit HTTP API, Globals, policy templates.
 */
export const plugins: readonly TemplatePlugin[] = [resolveRepositoryApplications, resolvePolicyTemplates];

/** What can be expanded. The order of expansion is by {@link expansionOrder}, then by the template's own order. */
export const resourceTypes: readonly ResourceTypeRule[] = [
  stateMachine,
  simpleTable,
  layerVersion,
  application,
  capacityProvider,
];

/** Events write into API definitions, so APIs come after what has events; connectors see everything expanded. */
export const expansionOrder: readonly (readonly string[])[] = [
  ["AWS::Serverless::Function"],
  ["AWS::Serverless::StateMachine"],
  ["AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi"],
  // every other type stands here
  ["AWS::Serverless::Connector"],
];

export const functionEventSources: readonly FunctionEventSource[] = [];

export const stateMachineEventSources: readonly StateMachineEventSource[] = [
  scheduleOfStateMachine,
  scheduleV2OfStateMachine,
  cloudWatchEventOfStateMachine,
  eventBridgeRuleOfStateMachine,
];
