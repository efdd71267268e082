import type { Principal, Statement } from "../../policy/policy-document";
import { patternCovers } from "../../policy/wildcard-sets";
import type { ExposurePath } from "../scores";
import type { ExposureRule } from "./score-exposure";

const provider = "token.actions.githubusercontent.com";
const subjectKey = `${provider}:sub`;

/** Each of them says which repository a workflow belongs to. */
const repositoryKeys = [subjectKey, `${provider}:repository`, `${provider}:repository_id`];

/**
 * A trust policy for GitHub's OIDC provider that lets in more than one repository.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
 */
export const wideTrust: ExposureRule = {
  actions: [],
  find: ({ policies }) => (policies.trustPolicy?.Statement ?? []).filter(letsGitHubIn).flatMap(checkRepositories),
};

function letsGitHubIn({ Effect, Action, Principal: principal }: Statement): boolean {
  const actions = [Action ?? []].flat().map((action) => action.toLowerCase());
  return (
    Effect === "Allow" &&
    actions.some((action) => patternCovers(action, "sts:assumerolewithwebidentity")) &&
    federatedIn(principal).some((name) => name === "*" || name.includes(provider))
  );
}

function federatedIn(principal: Principal | undefined): readonly string[] {
  return typeof principal === "string" ? [principal] : [principal?.Federated ?? []].flat();
}

function checkRepositories(statement: Statement): readonly ExposurePath[] {
  const tests = listTests(statement);
  if (tests.some((values) => values.every(({ isWide }) => !isWide))) return [];
  const wide = tests.flat().find(({ isWide }) => isWide);
  const name = statement.Sid ?? "The trust policy";
  return [
    describe(
      wide
        ? `${name} accepts ${wide.text}: more than one repository.`
        : `${name} tests no ${subjectKey}: every repository on GitHub may assume the role.`,
    ),
  ];
}

interface TestedValue {
  readonly text: string;
  readonly isWide: boolean;
}

/** One list of values for each test of a repository. All tests must hold, each by one of its values. */
function listTests({ Condition }: Statement): readonly (readonly TestedValue[])[] {
  return Object.entries(Condition ?? {})
    .filter(([operator]) => !/Not|Null|IfExists/.test(operator))
    .flatMap(([operator, tests]) =>
      Object.entries(tests)
        .filter(([key]) => repositoryKeys.includes(key.toLowerCase()))
        .map(([key, values]) => [values].flat().map(String).map(testWith(operator, key.toLowerCase()))),
    );
}

function testWith(operator: string, key: string): (text: string) => TestedValue {
  const hasWildcards = /Like$/.test(operator);
  return (text) => ({ text, isWide: hasWildcards && /[*?]/.test(key === subjectKey ? repositoryOf(text) : text) });
}

/** The part of a subject that names the repository, as in `repo:shop/backend:ref:refs/heads/main`. */
function repositoryOf(subject: string): string {
  const [claim = "", repository = ""] = subject.split(":");
  return `${claim}:${repository}`;
}

function describe(because: string): ExposurePath {
  return {
    id: "wide-oidc-trust",
    severity: "high",
    title: "OIDC trust policy is too wide",
    because,
    fix: `Test ${subjectKey} with StringEquals for one repository and branch or environment.`,
  };
}
