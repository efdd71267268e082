import type { Statement } from "../../policy/policy-document";
import type { ExposurePath } from "../scores";
import type { ExposureRule } from "./score-exposure";

const subjectKey = "token.actions.githubusercontent.com:sub";

/**
 * A trust policy for GitHub's OIDC provider that lets in more than one repository.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export const wideTrust: ExposureRule = {
  actions: [],
  find: ({ policies }) => (policies.trustPolicy?.Statement ?? []).filter(isOidc).flatMap(checkSubject),
};

function isOidc({ Effect, Action }: Statement): boolean {
  return (
    Effect === "Allow" && [Action ?? []].flat().some((action) => /^sts:(AssumeRoleWithWebIdentity|\*)$/i.test(action))
  );
}

function checkSubject(statement: Statement): readonly ExposurePath[] {
  const subjects = subjectsOf(statement);
  if (subjects.length === 0)
    return [
      describe("high", `${nameOf(statement)} tests no ${subjectKey}: every repository on GitHub may assume the role.`),
    ];
  const wide = subjects.find((subject) => /^(\*|repo:(\*|[^/]*\/?\*))/.test(subject));
  return wide ? [describe("high", `${nameOf(statement)} accepts ${wide}: more than one repository.`)] : [];
}

function subjectsOf(statement: Statement): readonly string[] {
  return Object.entries(statement.Condition ?? {})
    .filter(([operator]) => !/Not|Null|IfExists/.test(operator))
    .flatMap(([, tests]) => Object.entries(tests))
    .filter(([key]) => key.toLowerCase() === subjectKey)
    .flatMap(([, values]) => [values].flat().map(String));
}

function nameOf({ Sid }: Statement): string {
  return Sid ?? "The trust policy";
}

function describe(severity: ExposurePath["severity"], because: string): ExposurePath {
  return {
    id: "wide-oidc-trust",
    severity,
    title: "OIDC trust policy is too wide",
    because,
    fix: `Test ${subjectKey} with StringEquals for one repository and branch or environment.`,
  };
}
