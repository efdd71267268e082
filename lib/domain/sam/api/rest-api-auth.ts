import { invalidResource } from "../fault";
import { ref, sub } from "../intrinsics";
import { isDict, isText, isTruthy, PyDict, type PyText, type PyValue, textOf } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import type { ValueMap } from "../value";
import { type Authorizer, iamAuthorizer, readAuthorizer, securityDefinitionOf } from "./authorizer";
import { requireDict } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";
import { addCustomStatements, addResourcePolicy } from "./swagger-resource-policy";
import { applyDefaultApiKey, applyDefaultAuthorizer } from "./swagger-security";

const authProperties: ReadonlySet<string> = new Set([
  "Authorizers",
  "DefaultAuthorizer",
  "InvokeRole",
  "AddDefaultAuthorizerToCorsPreflight",
  "AddApiKeyRequiredToCorsPreflight",
  "ApiKeyRequired",
  "ResourcePolicy",
  "UsagePlan",
]);

/** `Auth` must be a map of known keys; an intrinsic function is none. */
export function checkAuth(apiId: string, auth: PyDict): void {
  const unknown = auth.keys().find((key) => !authProperties.has(key));
  if (unknown === undefined) return;
  throw invalidResource(
    apiId,
    `'Auth' has no property '${unknown}'. It may hold ${[...authProperties].join(", ")}.`,
    "Properties.Auth",
  );
}

/** Writes an API's `Auth` into its definition. */
export function addRestApiAuth(
  editor: SwaggerEditor,
  apiId: string,
  auth: PyDict,
  stageName: PyValue,
  partition: string,
): void {
  const authorizers = readAuthorizers(apiId, auth, true);
  for (const { key, authorizer } of authorizers)
    editor.setSecurityDefinition(key, securityDefinitionOf(authorizer, partition));
  if (authorizers.length > 0) setDefaultAuthorizer(editor, apiId, auth, authorizers);
  if (isTruthy(auth.get("ApiKeyRequired"))) {
    editor.addApiKeySecurityDefinition();
    const includingPreflight = isUnlessFalse(auth, "AddApiKeyRequiredToCorsPreflight");
    for (const path of editor.pathNames()) applyDefaultApiKey(editor, path, includingPreflight);
  }
  const policy = auth.get("ResourcePolicy");
  if (isTruthy(policy)) addPolicy(editor, requireDict(policy, "'ResourcePolicy' must be a map."), stageName);
}

/** Lets API Gateway invoke the functions of the authorizers. */
export function permitAuthorizers(
  apiId: string,
  auth: PyDict,
  attributes: ValueMap,
  context: ExpansionContext,
): Resource[] {
  return readAuthorizers(apiId, auth, false).flatMap(({ authorizer: { name, config } }) => {
    const invoked = config.get("FunctionArn");
    if (invoked === undefined || !isTruthy(invoked) || isTruthy(config.get("DisableFunctionDefaultPermissions")))
      return [];
    const arn = `arn:${context.partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/authorizers/*`;
    const permission = makeResource("AWS::Lambda::Permission", `${apiId}${name}AuthorizerPermission`, attributes, {
      Action: "lambda:InvokeFunction",
      FunctionName: toValue(invoked),
      Principal: "apigateway.amazonaws.com",
      SourceArn: sub(arn, { __ApiId__: ref(apiId) }),
    });
    return [permission];
  });
}

interface KeyedAuthorizer {
  /** The name as the template has it. */
  readonly key: PyText;
  readonly authorizer: Authorizer;
}

function readAuthorizers(apiId: string, auth: PyDict, withIam: boolean): KeyedAuthorizer[] {
  const defaultAuthorizer = auth.get("DefaultAuthorizer");
  const isIam = withIam && isText(defaultAuthorizer) && textOf(defaultAuthorizer) === "AWS_IAM";
  const all = PyDict.empty();
  const authorizers = new Map<string, Authorizer>();
  if (isIam) {
    all.set(defaultAuthorizer, null);
    authorizers.set("AWS_IAM", iamAuthorizer(apiId));
  }
  for (const [key, config] of declaredAuthorizers(apiId, auth)) {
    all.set(key, null);
    authorizers.set(textOf(key), readAuthorizer(apiId, textOf(key), config));
  }
  // Security definitions are written in the order of a dict of all.
  return all.items().flatMap(([key]) => {
    const authorizer = authorizers.get(textOf(key));
    return authorizer === undefined ? [] : [{ key, authorizer }];
  });
}

function declaredAuthorizers(apiId: string, auth: PyDict): [PyText, PyDict][] {
  const declared = auth.get("Authorizers");
  if (declared === undefined || !isTruthy(declared)) return [];
  if (!isDict(declared))
    throw invalidResource(apiId, "'Auth.Authorizers' must be a map.", "Properties.Auth.Authorizers");
  return declared.items().map(([key, config]) => {
    if (isDict(config)) return [key, config];
    throw invalidResource(
      apiId,
      `The authorizer '${textOf(key)}' must be a map.`,
      `Properties.Auth.Authorizers.${textOf(key)}`,
    );
  });
}

function setDefaultAuthorizer(
  editor: SwaggerEditor,
  apiId: string,
  auth: PyDict,
  authorizers: readonly KeyedAuthorizer[],
): void {
  const authorizer = auth.get("DefaultAuthorizer");
  if (!isTruthy(authorizer)) return;
  if (!isText(authorizer))
    throw invalidResource(apiId, "'DefaultAuthorizer' must be a string.", "Properties.Auth.DefaultAuthorizer");
  const scopes = new Map(authorizers.map(({ key, authorizer: { scopes: wanted } }) => [textOf(key), wanted]));
  if (!scopes.has(textOf(authorizer)) && textOf(authorizer) !== "AWS_IAM") {
    throw invalidResource(
      apiId,
      `The 'DefaultAuthorizer' is '${textOf(authorizer)}', which 'Authorizers' does not define.`,
      "Properties.Auth.DefaultAuthorizer",
    );
  }
  const includingPreflight = isUnlessFalse(auth, "AddDefaultAuthorizerToCorsPreflight");
  for (const path of editor.pathNames()) applyDefaultAuthorizer(editor, path, authorizer, scopes, includingPreflight);
}

function isUnlessFalse(auth: PyDict, name: string): boolean {
  return !auth.has(name) || isTruthy(auth.get(name));
}

function addPolicy(editor: SwaggerEditor, policy: PyDict, stageName: PyValue): void {
  for (const path of editor.pathNames()) addResourcePolicy(editor, policy, path, stageName);
  const statements = policy.get("CustomStatements");
  if (statements !== undefined && isTruthy(statements)) addCustomStatements(editor, statements);
}
