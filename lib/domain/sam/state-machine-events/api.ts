import { apiProperties } from "../api/api-properties";
import { makeSub } from "../api/conditional";
import { addEventAuth, type EventMethod } from "../api/event-auth";
import { findRestApi, restApiEventProperties } from "../api/rest-api-link";
import { SwaggerEditor } from "../api/swagger-editor";
import { addStateMachineIntegration } from "../api/swagger-integrations";
import type { SamEvent, StateMachineEventSource, StateMachineTarget } from "../event-source";
import { invalidEvent } from "../fault";
import { boolean, optionalStrict } from "../property";
import { isDict, isTruthy, PyDict, type PyText, TemplateText, textOf } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import { isGiven } from "../value";
import { startExecutionRole } from "./start-execution-role";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineapi.html */
export const apiOfStateMachine: StateMachineEventSource = {
  type: "Api",
  properties: { ...restApiEventProperties, UnescapeMappingTemplate: optionalStrict(boolean) },
  checkLinks: (event, context) => {
    findRestApi(event, context);
  },
  expand(event, target, context) {
    const { apiId } = findRestApi(event, context);
    const api = apiProperties(apiId, context.sourceResources, context);
    const role = startExecutionRole(event, target, "apigateway.amazonaws.com");
    const definition = api.get("DefinitionBody") ?? null;
    if (definition === null || !isTruthy(api.get("__MANAGE_SWAGGER"))) return [role];
    const editor = new SwaggerEditor(definition);
    const method = readMethod(event, apiId);
    integrate(editor, event, method, target, role.logicalId);
    const auth = isGiven(event.properties.Auth) ? fromTemplate(event.properties.Auth) : null;
    if (isDict(auth)) addEventAuth(editor, auth, method, api, context);
    api.set("DefinitionBody", editor.definition());
    return [role];
  },
};

function readMethod({ eventId, properties }: SamEvent, apiId: string): EventMethod {
  const { Path, Method, Stage } = properties;
  return {
    eventId,
    apiId,
    path: new TemplateText(typeof Path === "string" ? Path : ""),
    method: new TemplateText(typeof Method === "string" ? Method.toLowerCase() : ""),
    stage: fromTemplate(Stage ?? null),
  };
}

function integrate(
  editor: SwaggerEditor,
  event: SamEvent,
  { path, method }: EventMethod,
  target: StateMachineTarget,
  roleId: string,
): void {
  if (editor.hasIntegration(path, method)) {
    throw invalidEvent(
      event.eventId,
      `Method '${textOf(method)}' of path '${textOf(path)}' is defined more than once.`,
    );
  }
  const condition = target.passThroughAttributes().Condition;
  const template = makeSub(requestTemplate(target.logicalId, isGiven(event.properties.UnescapeMappingTemplate)));
  addStateMachineIntegration(editor, path, method, {
    condition: condition === undefined ? undefined : fromTemplate(condition),
    credentials: PyDict.made({ "Fn::GetAtt": [roleId, "Arn"] }),
    requestTemplates: PyDict.made({ "application/json": template }),
  });
}

/** The request's body as input of the execution. `escapeJavaScript` escapes single quotes, which JSON does not allow. */
function requestTemplate(stateMachineId: string, restoresQuotes: boolean): PyText {
  const unescaping = restoresQuotes ? `.replaceAll("\\\\'","'")` : "";
  return `{"input": "$util.escapeJavaScript($input.json('$'))${unescaping}", "stateMachineArn": "\${${stateMachineId}}"}`;
}
