import type { ComparedAttempt } from "../../domain/scoring/compare-with-reality";
import { exampleAccount } from "../../schemas/deploy-target";
import type { TriedVersion } from "../../schemas/replay";
import { type Run, runSchema } from "../../schemas/run";
import { listNoEchoParameters } from "../templates/inspect-template";

interface ShareLinkTerms {
  /** Stands in for the run's id, which would open the run itself. */
  readonly id: string;
  readonly includeCurrentPolicy: boolean;
}

/** The run as a link shows it; what is withheld stands at the contract, `sharedRunSchema`. */
export function withholdPrivateParts(run: Run, { id, includeCurrentPolicy }: ShareLinkTerms): Run {
  const visible = withoutSecrets(includeCurrentPolicy ? run : withoutCurrentPolicy(run));
  const masked = maskAccounts({
    ...visible,
    input: { ...visible.input, llmReply: null },
    reality: visible.reality.map((one) => ({ ...one, attempts: one.attempts.map(withoutOwnWords) })),
  });
  return { ...masked, id, templateVersion: run.templateVersion };
}

function withoutCurrentPolicy(run: Run): Run {
  const isOther = ({ name }: { readonly name: string }) => name !== "current";
  const withoutIt = (outcome: TriedVersion): TriedVersion => ({
    ...outcome,
    verdicts: outcome.verdicts.filter(({ candidate }) => candidate !== "current"),
  });
  return {
    ...run,
    input: { ...run.input, currentPolicy: null },
    stages: run.stages.map((stage) => {
      const candidates = stage.candidates.filter(isOther);
      const isPerCandidate = stage.candidates.length > 0;
      return { ...stage, candidates, summary: isPerCandidate ? (candidates.at(-1)?.summary ?? null) : stage.summary };
    }),
    replays: run.replays.map((replay) => ({
      ...replay,
      shares: replay.shares.filter(({ candidate }) => candidate !== "current"),
      versions: replay.versions.map(({ outcome, ...version }) => ({
        ...version,
        outcome: outcome && withoutIt(outcome),
      })),
    })),
    report: run.report && {
      ...run.report,
      candidates: run.report.candidates.filter(({ approach }) => approach !== "current"),
      problems: run.report.problems.filter(({ candidate }) => candidate !== "current"),
    },
    reality: run.reality.filter(({ candidate }) => candidate !== "current"),
  };
}

/**
 * An attempt without what its log or its team says in their own words, where names of hosts, roles and resources stand:
 * what is left are figures, actions and the template's logical ids. Its id would open the log.
 */
function withoutOwnWords(attempt: ComparedAttempt): ComparedAttempt {
  const { log, refusals } = attempt;
  const seen = refusals.seen.map(({ refusal, ...predicted }) => ({
    refusal: { ...refusal, resource: null, principal: null },
    ...predicted,
  }));
  return {
    ...attempt,
    id: String(attempt.number),
    note: null,
    refusals: { ...refusals, seen },
    log: log && {
      ...log,
      refusals: seen.map(({ refusal }) => refusal),
      ending: log.ending && { ...log.ending, said: "" },
    },
  };
}

function withoutSecrets(run: Run): Run {
  const secret = new Set(listNoEchoParameters(run.input.templateText));
  const hide = (parameters: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, secret.has(name) ? "****" : value]));
  const { report } = run;
  return {
    ...run,
    input: { ...run.input, parameters: hide(run.input.parameters) },
    report: report && { ...report, target: { ...report.target, parameters: hide(report.target.parameters) } },
  };
}

/** Every run of exactly twelve digits, in whatever text it stands: over-careful rather than leaky. */
const accountId = /(?<![0-9])[0-9]{12}(?![0-9])/g;

function maskAccounts(run: Run): Run {
  const masks = new Map([[run.input.account, exampleAccount]]);
  const mask = (account: string): string => {
    const known = masks.get(account) ?? String(111_111_111_111 * Math.min(masks.size, 9));
    masks.set(account, known);
    return known;
  };
  const text = JSON.stringify(run);
  return runSchema.parse(
    JSON.parse(text, (_, value: unknown) => (typeof value === "string" ? value.replace(accountId, mask) : value)),
  );
}
