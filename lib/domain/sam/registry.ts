import { separateConnectors } from "./connectors/embedded-connectors";
import type { FunctionEventSource, StateMachineEventSource } from "./event-source";
import { alexaSkill } from "./events/alexa-skill";
import { api } from "./events/api";
import { cloudWatchLogs } from "./events/cloud-watch-logs";
import { cognito } from "./events/cognito";
import { documentDb } from "./events/document-db";
import { dynamoDb } from "./events/dynamo-db";
import { cloudWatchEvent, eventBridgeRule } from "./events/event-bridge-rule";
import { httpApi } from "./events/http-api";
import { iotRule } from "./events/iot-rule";
import { kinesis } from "./events/kinesis";
import { mq } from "./events/mq";
import { msk } from "./events/msk";
import { s3 } from "./events/s3";
import { schedule } from "./events/schedule";
import { scheduleV2 } from "./events/schedule-v2";
import { selfManagedKafka } from "./events/self-managed-kafka";
import { sns } from "./events/sns";
import { sqs } from "./events/sqs";
import type { TemplatePlugin } from "./plugin";
import { writeDefaultDefinitions } from "./plugins/default-definition-body";
import { addImplicitHttpApi } from "./plugins/implicit-http-api";
import { addImplicitRestApi } from "./plugins/implicit-rest-api";
import { mergeApiGlobals } from "./plugins/merge-api-globals";
import { mergeGlobals } from "./plugins/merge-globals";
import { orderAsPython, orderConnectorsAsPython } from "./plugins/python-order";
import { resolveRepositoryApplications } from "./plugins/repository-applications";
import { resolvePolicyTemplates } from "./policy-templates/resolve-policy-templates";
import type { ResourceTypeRule } from "./resource-type";
import { api as apiRule } from "./resources/api";
import { application } from "./resources/application";
import { capacityProvider } from "./resources/capacity-provider";
import { connector } from "./resources/connector";
import { functionRule } from "./resources/function";
import { graphqlApi } from "./resources/graphql-api";
import { httpApi as httpApiRule } from "./resources/http-api";
import { layerVersion } from "./resources/layer-version";
import { simpleTable } from "./resources/simple-table";
import { stateMachine } from "./resources/state-machine";
import { webSocketApi } from "./resources/websocket-api";
import { apiOfStateMachine } from "./state-machine-events/api";
import { cloudWatchEventOfStateMachine, eventBridgeRuleOfStateMachine } from "./state-machine-events/event-bridge-rule";
import { scheduleOfStateMachine } from "./state-machine-events/schedule";
import { scheduleV2OfStateMachine } from "./state-machine-events/schedule-v2";

/**
 * Steps on the whole template, in the order in which they act. It matters: implicit APIs must exist before Globals are
 * merged into them, and policy templates are resolved on what Globals left. Order of the transform: repository
 * applications, default API definitions, implicit REST API, implicit HTTP API, Globals, policy templates.
 */
export const plugins: readonly TemplatePlugin[] = [
  resolveRepositoryApplications,
  orderAsPython,
  writeDefaultDefinitions,
  addImplicitRestApi,
  addImplicitHttpApi,
  mergeGlobals,
  mergeApiGlobals,
  resolvePolicyTemplates,
  separateConnectors,
  orderConnectorsAsPython,
];

/** What can be expanded. The order of expansion is by {@link expansionOrder}, then by the template's own order. */
export const resourceTypes: readonly ResourceTypeRule[] = [
  functionRule,
  stateMachine,
  apiRule,
  httpApiRule,
  webSocketApi,
  simpleTable,
  layerVersion,
  application,
  capacityProvider,
  graphqlApi,
  connector,
];

/** Events write into API definitions, so APIs come after what has events; connectors see everything expanded. */
export const expansionOrder: readonly (readonly string[])[] = [
  ["AWS::Serverless::Function"],
  ["AWS::Serverless::StateMachine"],
  ["AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi"],
  [], // every type that is not named
  ["AWS::Serverless::Connector"],
];

export const functionEventSources: readonly FunctionEventSource[] = [
  alexaSkill,
  api,
  cloudWatchEvent,
  cloudWatchLogs,
  cognito,
  documentDb,
  dynamoDb,
  eventBridgeRule,
  httpApi,
  iotRule,
  kinesis,
  mq,
  msk,
  s3,
  schedule,
  scheduleV2,
  selfManagedKafka,
  sns,
  sqs,
];

export const stateMachineEventSources: readonly StateMachineEventSource[] = [
  apiOfStateMachine,
  scheduleOfStateMachine,
  scheduleV2OfStateMachine,
  cloudWatchEventOfStateMachine,
  eventBridgeRuleOfStateMachine,
];
