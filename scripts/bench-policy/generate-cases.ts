import type { ActionCatalogue } from "../../lib/domain/policy/action-catalogue";
import type { AccessRequest, PolicySet } from "../../lib/domain/policy/decision";
import type { PolicyDocument, Statement } from "../../lib/domain/policy/policy-document";
import { account, type CaseGroup, version } from "./case-group";
import { generateCondition, generateContext } from "./generate-context";
import type { Random } from "./random";

const requestsPerGroup = 40;

/** Groups of policies and requests that keep coming close to each other, until there are as many requests as asked for. */
export function generateCases(random: Random, catalogue: ActionCatalogue, count: number): readonly CaseGroup[] {
  const services = Object.keys(catalogue.services).filter(
    (service) => Object.keys(catalogue.services[service] ?? {}).length > 5,
  );
  return Array.from({ length: Math.ceil(count / requestsPerGroup) }, () => {
    const targets = [
      ...generateTargets(random, catalogue, random.several(services, 1, 3)),
      ...(random.chance(0.15) ? random.several(deploymentTargets, 1, 3) : []),
    ];
    return {
      origin: "seed" as const,
      set: generateSet(random, targets),
      requests: Array.from({ length: requestsPerGroup }, () => generateRequest(random, targets)),
    };
  });
}

/** An action and resources that it can be asked for. */
export interface Target {
  readonly action: string;
  readonly resources: readonly string[];
}

/** What every SAM deployment asks for and the service authorization reference does not describe. */
const deploymentTargets: readonly Target[] = [
  {
    action: "cloudformation:CreateChangeSet",
    resources: [
      `arn:aws:cloudformation:eu-central-1:${account}:stack/orders/alpha`,
      "arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31",
    ],
  },
  { action: "apigateway:PUT", resources: ["arn:aws:apigateway:eu-central-1::/apis"] },
  { action: "apigateway:POST", resources: ["arn:aws:apigateway:eu-central-1::/restapis"] },
  { action: "iam:PassRole", resources: [`arn:aws:iam::${account}:role/alpha`] },
  { action: "lambda:ListFunctions", resources: [`arn:aws:lambda:eu-central-1:${account}:function:alpha`] },
];

export function generateTargets(
  random: Random,
  catalogue: ActionCatalogue,
  services: readonly string[],
): readonly Target[] {
  return services.flatMap((service) =>
    random.several(Object.values(catalogue.services[service] ?? {}), 2, 5).map((facts): Target => {
      const arns = facts.resourceTypes.flatMap((type) => catalogue.resourceTypes[service]?.[type]?.arn ?? []);
      const resources = arns.length === 0 ? ["*"] : random.several(arns, 1, 3).map((arn) => fillArn(random, arn));
      return { action: `${service}:${facts.name}`, resources };
    }),
  );
}

const words = ["alpha", "beta", "gamma-1", "Alpha", "orders"];

function fillArn(random: Random, arn: string): string {
  return arn.replaceAll("*", "x").replace(/\$\{([^}]*)\}/g, (_placeholder, name: string) => {
    if (name === "Partition") return "aws";
    if (name === "Region") return random.pick(["us-east-1", "eu-central-1"]);
    if (name.startsWith("Account")) return account;
    return random.pick(words);
  });
}

function generateRequest(random: Random, targets: readonly Target[]): AccessRequest {
  const target = random.pick(targets);
  const resources = random.chance(0.1)
    ? [...new Set(random.several(target.resources, 2, 3))]
    : [random.pick(target.resources)];
  return {
    action: random.chance(0.1) ? target.action.toLowerCase() : target.action,
    resources,
    context: generateContext(random),
  };
}

export function generateSet(random: Random, targets: readonly Target[]): PolicySet {
  const document = (allow: number) => generateDocument(random, targets, allow);
  const limit = random.pick(["boundary", "boundary", "boundary", "session", "none"]);
  return {
    identity: [document(0.85), ...(random.chance(0.3) ? [document(0.85)] : [])],
    boundary: limit === "boundary" ? document(0.9) : null,
    session: limit === "session" ? [document(0.95)] : [],
    scp: random.chance(0.2) ? [{ Version: version, Statement: [allowAll, ...document(0.1).Statement] }] : [],
    rcp: [],
  };
}

const allowAll: Statement = { Effect: "Allow", Action: "*", Resource: "*" };

function generateDocument(random: Random, targets: readonly Target[], allow: number): PolicyDocument {
  const statements = Array.from({ length: 1 + random.below(6) }, () => generateStatement(random, targets, allow));
  return {
    Version: random.chance(0.02) ? "2008-10-17" : version,
    Statement: random.chance(0.15) ? [...statements, allowAll] : statements,
  };
}

function generateStatement(random: Random, targets: readonly Target[], allow: number): Statement {
  const chosen = random.several(targets, 1, 4);
  const actions = chosen.map((target) => generaliseAction(random, target.action));
  const resources = chosen.map((target) => generaliseArn(random, random.pick(target.resources)));
  return {
    Effect: random.chance(allow) ? "Allow" : "Deny",
    ...(random.chance(0.1) ? { NotAction: actions } : { Action: random.chance(0.1) ? "*" : actions }),
    ...(random.chance(0.12) ? { NotResource: resources } : { Resource: random.chance(0.35) ? "*" : resources }),
    ...(random.chance(0.4) ? { Condition: generateCondition(random) } : {}),
  };
}

function generaliseAction(random: Random, action: string): string {
  const [service = "", name = ""] = action.split(":");
  const kept = random.below(name.length);
  const spellings = [
    action,
    action,
    action.toUpperCase(),
    `${service}:*`,
    `${service}:${name.slice(0, kept)}*`,
    `${service}:*${name.slice(kept)}`,
    `${service}:${name.slice(0, kept)}?${name.slice(kept + 1)}`,
    `${service}:${name.slice(0, kept)}*${name.slice(-2)}`,
  ];
  return random.pick(spellings);
}

function generaliseArn(random: Random, arn: string): string {
  if (arn === "*") return "*";
  const parts = arn.split(":");
  const withPart = (index: number, text: string) => parts.with(index, text).join(":");
  const last = parts.at(-1) ?? "";
  const cut = random.below(arn.length - 12) + 12;
  const spellings = [
    arn,
    arn,
    withPart(3, "*"),
    withPart(4, "*"),
    withPart(parts.length - 1, `${last.slice(0, random.below(last.length + 1))}*`),
    `${arn.slice(0, -1)}?`,
    `${arn.slice(0, cut)}*`,
    `${parts.slice(0, 5).join(":")}:*`,
    withPart(parts.length - 1, last.replace(/alpha/i, "${aws:PrincipalTag/team}")),
    withPart(parts.length - 1, last.replace("beta", "${aws:PrincipalTag/other, 'beta'}")),
    withPart(parts.length - 1, last.replace("gamma", "g*a")),
    arn.toUpperCase().replace("ARN:AWS:", "arn:aws:"),
  ];
  return random.pick(spellings);
}
