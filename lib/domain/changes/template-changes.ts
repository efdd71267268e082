import type { TemplateChange } from "./template-change";
import { addAlarm } from "./template-changes/add-alarm";
import { addAuthorizer } from "./template-changes/add-authorizer";
import { addBucket } from "./template-changes/add-bucket";
import { addBucketPolicy } from "./template-changes/add-bucket-policy";
import { addBucketWithNotification } from "./template-changes/add-bucket-with-notification";
import { addCondition } from "./template-changes/add-condition";
import { addCustomDomain } from "./template-changes/add-custom-domain";
import { addDeadLetterQueue } from "./template-changes/add-dead-letter-queue";
import { addDistribution } from "./template-changes/add-distribution";
import { addEnvironmentVariable } from "./template-changes/add-environment-variable";
import { addEventRule } from "./template-changes/add-event-rule";
import { addFunction } from "./template-changes/add-function";
import { addFunctionOnHttpApi } from "./template-changes/add-function-on-http-api";
import { addFunctionOnRestApi } from "./template-changes/add-function-on-rest-api";
import { addFunctionUrl } from "./template-changes/add-function-url";
import { addHttpApi } from "./template-changes/add-http-api";
import { addIndex } from "./template-changes/add-index";
import { addKey } from "./template-changes/add-key";
import { addKinesisConsumer } from "./template-changes/add-kinesis-consumer";
import { addLayer } from "./template-changes/add-layer";
import { addManagedPolicy } from "./template-changes/add-managed-policy";
import { addNestedStack } from "./template-changes/add-nested-stack";
import { addOutput } from "./template-changes/add-output";
import { addParameter } from "./template-changes/add-parameter";
import { addQueueWithConsumer } from "./template-changes/add-queue-with-consumer";
import { addRestApi } from "./template-changes/add-rest-api";
import { addRole } from "./template-changes/add-role";
import { addSchedule } from "./template-changes/add-schedule";
import { addSchedulerSchedule } from "./template-changes/add-scheduler-schedule";
import { addSecret } from "./template-changes/add-secret";
import { addStateMachine } from "./template-changes/add-state-machine";
import { addStreamConsumer } from "./template-changes/add-stream-consumer";
import { addTable } from "./template-changes/add-table";
import { addTopicWithSubscriber } from "./template-changes/add-topic-with-subscriber";
import { addUserPool } from "./template-changes/add-user-pool";
import { allowCors } from "./template-changes/allow-cors";
import { allowInvocation } from "./template-changes/allow-invocation";
import { attachToRole } from "./template-changes/attach-to-role";
import { changeApiRoute } from "./template-changes/change-api-route";
import { changeApiStage } from "./template-changes/change-api-stage";
import { changeArchitecture } from "./template-changes/change-architecture";
import { changeDependsOn } from "./template-changes/change-depends-on";
import { changeEnvironmentValue } from "./template-changes/change-environment-value";
import { changeGlobals } from "./template-changes/change-globals";
import { changeHandler } from "./template-changes/change-handler";
import { changeMemory } from "./template-changes/change-memory";
import { changeMetadata } from "./template-changes/change-metadata";
import { changeRole } from "./template-changes/change-role";
import { changeRuntime } from "./template-changes/change-runtime";
import { changeStateMachine } from "./template-changes/change-state-machine";
import { changeTimeout } from "./template-changes/change-timeout";
import { countLogLines } from "./template-changes/count-log-lines";
import { expireObjects } from "./template-changes/expire-objects";
import { grantInlineStatement } from "./template-changes/grant-inline-statement";
import { grantManagedPolicy } from "./template-changes/grant-managed-policy";
import { grantPolicyTemplate } from "./template-changes/grant-policy-template";
import { joinVpc } from "./template-changes/join-vpc";
import { keepLogs } from "./template-changes/keep-logs";
import { moveAccount } from "./template-changes/move-account";
import { moveCode } from "./template-changes/move-code";
import { moveRegion } from "./template-changes/move-region";
import { protectResource } from "./template-changes/protect-resource";
import { provisionConcurrency } from "./template-changes/provision-concurrency";
import { publishAlias } from "./template-changes/publish-alias";
import { readSecret } from "./template-changes/read-secret";
import { readSsmParameter } from "./template-changes/read-ssm-parameter";
import { removeEnvironmentVariable } from "./template-changes/remove-environment-variable";
import { removeFunction } from "./template-changes/remove-function";
import { removeUnusedResource } from "./template-changes/remove-resource";
import { removeTrigger } from "./template-changes/remove-trigger";
import { renameFunction } from "./template-changes/rename-function";
import { renameLogicalId } from "./template-changes/rename-logical-id";
import { reserveConcurrency } from "./template-changes/reserve-concurrency";
import { secondStack } from "./template-changes/second-stack";
import { setPermissionsBoundary } from "./template-changes/set-permissions-boundary";
import { shareBucketWithBrowsers } from "./template-changes/share-bucket-with-browsers";
import { storeSetting } from "./template-changes/store-setting";
import { subscribeToLogs } from "./template-changes/subscribe-to-logs";
import { tagFunctions } from "./template-changes/tag-functions";
import { tuneQueue } from "./template-changes/tune-queue";
import { tuneTable } from "./template-changes/tune-table";
import { turnTracing } from "./template-changes/turn-tracing";

/** The catalogue, in the order in which it is shown: functions, triggers, APIs, data, observability, security, structure, stacks. */
export const templateChanges: readonly TemplateChange[] = [
  addEnvironmentVariable,
  changeEnvironmentValue,
  removeEnvironmentVariable,
  changeTimeout,
  changeMemory,
  changeRuntime,
  changeArchitecture,
  changeHandler,
  moveCode,
  reserveConcurrency,
  provisionConcurrency,
  publishAlias,
  addDeadLetterQueue,
  addFunctionUrl,
  addFunction,
  removeFunction,
  addQueueWithConsumer,
  addTopicWithSubscriber,
  addSchedule,
  addSchedulerSchedule,
  addEventRule,
  addBucketWithNotification,
  addStreamConsumer,
  addKinesisConsumer,
  removeTrigger,
  addFunctionOnRestApi,
  addFunctionOnHttpApi,
  addRestApi,
  addHttpApi,
  changeApiRoute,
  allowCors,
  addAuthorizer,
  changeApiStage,
  addCustomDomain,
  addDistribution,
  addTable,
  addIndex,
  tuneTable,
  addBucket,
  expireObjects,
  shareBucketWithBrowsers,
  tuneQueue,
  protectResource,
  keepLogs,
  addAlarm,
  turnTracing,
  subscribeToLogs,
  countLogLines,
  grantPolicyTemplate,
  grantInlineStatement,
  grantManagedPolicy,
  addRole,
  changeRole,
  attachToRole,
  addManagedPolicy,
  allowInvocation,
  addSecret,
  readSecret,
  addKey,
  addBucketPolicy,
  addUserPool,
  joinVpc,
  setPermissionsBoundary,
  changeGlobals,
  addParameter,
  readSsmParameter,
  storeSetting,
  addOutput,
  tagFunctions,
  renameFunction,
  renameLogicalId,
  removeUnusedResource,
  addCondition,
  changeDependsOn,
  changeMetadata,
  addStateMachine,
  changeStateMachine,
  addLayer,
  addNestedStack,
  secondStack,
  moveRegion,
  moveAccount,
];
