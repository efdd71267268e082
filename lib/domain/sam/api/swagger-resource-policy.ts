import {
  entryOf,
  isDict,
  isEqual,
  isText,
  PyDict,
  type PyText,
  type PyValue,
  TemplateText,
  textLike,
  textOf,
} from "../py27-hash/py-value";
import { invalidDefinition, makeSub } from "./conditional";
import { ANY_METHOD } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";

/** Writes what `ResourcePolicy` says about one path into the API's resource policy. */
export function addResourcePolicy(editor: SwaggerEditor, settings: PyDict, path: PyText, stage: PyValue): void {
  const policy = editor.resourcePolicy;
  const resources = methodArns(editor, path, stage);
  addAccounts(policy, settings.get("AwsAccountWhitelist"), "Allow", resources);
  addAccounts(policy, settings.get("AwsAccountBlacklist"), "Deny", resources);
  addIpRanges(policy, settings.get("IpRangeWhitelist"), "NotIpAddress", resources);
  addIpRanges(policy, settings.get("IpRangeBlacklist"), "IpAddress", resources);
  addSources(policy, readSources(settings, "Blacklist"), "StringEquals", resources);
  addSources(policy, readSources(settings, "Whitelist"), "StringNotEquals", resources);
  editor.writeResourcePolicy();
}

/** `CustomStatements`: taken over as they are. */
export function addCustomStatements(editor: SwaggerEditor, statements: PyValue): void {
  const policy = editor.resourcePolicy;
  policy.set("Version", "2012-10-17");
  const existing = entryOf(policy, "Statement");
  if (existing === undefined) policy.set("Statement", statements);
  else policy.set("Statement", addMissing(asList(existing), asList(statements)));
  editor.writeResourcePolicy();
}

/** `execute-api:/<stage>/<METHOD><path>` of every method of the path; placeholders in the path match anything. */
function methodArns(editor: SwaggerEditor, path: PyText, stage: PyValue): PyValue[] {
  const methods = editor.pathItems(path).flatMap((item) => item.items().map(([method]) => method));
  const pattern = matchPlaceholders(path);
  return methods.map((method) => {
    const name = textOf(method).toLowerCase();
    const isAny = name === ANY_METHOD || name === "any";
    const arn = `execute-api:/\${__Stage__}/${isAny ? "*" : name.toUpperCase()}${textOf(pattern)}`;
    const ofTemplate = pattern instanceof TemplateText || (!isAny && method instanceof TemplateText);
    return makeSub(ofTemplate ? new TemplateText(arn) : arn, PyDict.made({ __Stage__: stage }));
  });
}

/** `/users/{id}/{proxy+}` as `/users/*​/*`. */
export function matchPlaceholders(path: PyText): PyText {
  return textLike(path, textOf(path).replace(/{[a-zA-Z0-9._-]+\+?}/g, "*"));
}

function addAccounts(
  policy: PyDict,
  accounts: PyValue | undefined,
  effect: "Allow" | "Deny",
  resources: PyValue[],
): void {
  if (accounts === undefined || accounts === null || isEmpty(accounts)) return;
  if (!isDict(accounts) && !Array.isArray(accounts)) {
    throw invalidDefinition("The accounts of a ResourcePolicy must be a list or a map.");
  }
  policy.set("Version", "2012-10-17");
  const statement = PyDict.of({ Effect: effect, Action: "execute-api:Invoke", Resource: resources });
  statement.set("Principal", PyDict.of({ AWS: asList(accounts) }));
  const existing = entryOf(policy, "Statement");
  policy.set("Statement", existing === undefined ? statement : [...asList(existing), statement]);
}

function addIpRanges(policy: PyDict, ranges: PyValue | undefined, operator: string, resources: PyValue[]): void {
  if (ranges === undefined || ranges === null || isEmpty(ranges)) return;
  addAllowUnless(policy, PyDict.made({ [operator]: PyDict.made({ "aws:SourceIp": asList(ranges) }) }), resources);
}

interface Sources {
  readonly vpcs: PyValue[] | undefined;
  readonly endpoints: PyValue[] | undefined;
}

/** `SourceVpc…` mixes VPCs and endpoints, told apart by their ids; `IntrinsicVpc…` and `IntrinsicVpce…` say which. */
function readSources(settings: PyDict, kind: "Whitelist" | "Blacklist"): Sources {
  const mixed = entryOf(settings, `SourceVpc${kind}`);
  if (mixed !== undefined && (!Array.isArray(mixed) || !mixed.every(isText))) {
    throw invalidDefinition(
      `SourceVpc${kind} must be a list of strings. Use IntrinsicVpc${kind} for values with intrinsic functions.`,
    );
  }
  const written = (prefix: string) => mixed?.filter((id) => isText(id) && textOf(id).startsWith(prefix)) ?? [];
  return {
    vpcs: joinLists(written("vpc-"), entryOf(settings, `IntrinsicVpc${kind}`), `IntrinsicVpc${kind}`),
    endpoints: joinLists(written("vpce-"), entryOf(settings, `IntrinsicVpce${kind}`), `IntrinsicVpce${kind}`),
  };
}

function joinLists(written: PyValue[], intrinsic: PyValue | undefined, name: string): PyValue[] | undefined {
  if (intrinsic === undefined) return written.length > 0 ? written : undefined;
  if (!Array.isArray(intrinsic)) throw invalidDefinition(`${name} must be a list.`);
  return [...written, ...intrinsic];
}

function addSources(policy: PyDict, { vpcs, endpoints }: Sources, operator: string, resources: PyValue[]): void {
  if (!vpcs?.length && !endpoints?.length) return;
  const condition = PyDict.empty();
  if (vpcs !== undefined) condition.set("aws:SourceVpc", vpcs);
  if (endpoints !== undefined) condition.set("aws:SourceVpce", endpoints);
  addAllowUnless(policy, PyDict.made({ [operator]: condition }), resources);
}

/** Allows everybody, and denies again what the condition finds. */
function addAllowUnless(policy: PyDict, condition: PyDict, resources: PyValue[]): void {
  policy.set("Version", "2012-10-17");
  const base = { Action: "execute-api:Invoke", Resource: resources, Principal: "*" };
  const allow = PyDict.of({ Effect: "Allow", ...base });
  const deny = PyDict.of({ Effect: "Deny", ...base, Condition: condition });
  const existing = entryOf(policy, "Statement");
  policy.set("Statement", existing === undefined ? [allow, deny] : addMissing(asList(existing), [allow, deny]));
}

function addMissing(statements: PyValue[], added: readonly PyValue[]): PyValue[] {
  const all = [...statements];
  for (const statement of added) if (!all.some((known) => isEqual(known, statement))) all.push(statement);
  return all;
}

function asList(value: PyValue): PyValue[] {
  return Array.isArray(value) ? value : [value];
}

function isEmpty(value: PyValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isDict(value) ? value.size === 0 : value === false || value === 0 || (isText(value) && textOf(value) === "");
}
