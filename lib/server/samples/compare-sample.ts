import { loadDomainData } from "../../data/domain-data";
import { findRecordedReplies } from "../../data/recorded-replies";
import { compareTemplate } from "../../domain/compare";
import type { TriedCandidate } from "../../domain/comparison-report";
import { defaultDeploySettings } from "../../domain/stack";
import type { CandidateFigures } from "../../schemas/run-summary";
import { listSamples } from "./list-samples";

const known = new Map<string, readonly CandidateFigures[]>();

/**
 * The figures of a sample's comparison, made once by this very program. It takes seconds and blocks: ask while the pages
 * are built. Empty when there is no such sample or the comparison rejects it.
 */
export function compareSample(name: string): readonly CandidateFigures[] {
  const figures = known.get(name) ?? makeFigures(name);
  known.set(name, figures);
  return figures;
}

function makeFigures(name: string): readonly CandidateFigures[] {
  const sample = listSamples().find((candidate) => candidate.name === name);
  if (!sample) return [];
  const stack = {
    templateText: sample.templateText,
    stackName: sample.stackName,
    region: sample.region,
    account: sample.account,
    parameters: {},
    settings: defaultDeploySettings,
    nestedTemplates: {},
  };
  const material = {
    modelReplies: findRecordedReplies(stack),
    accessAnalyzerPolicy: null,
    currentPolicy: null,
    candidates: [],
  };
  const report = compareTemplate({ ...stack, material }, loadDomainData()).value;
  return report?.candidates.map(figuresOf) ?? [];
}

function figuresOf({ approach, name, evidence, scores }: TriedCandidate): CandidateFigures {
  if (!scores) return { approach, name, evidence, scores: null, spent: null };
  const { timeToWorking, actionCount, resilience, exposure } = scores;
  const { asProposed, repaired } = actionCount;
  return {
    approach,
    name,
    evidence,
    scores: {
      converges: timeToWorking.converges,
      rounds: timeToWorking.rounds,
      minutes: timeToWorking.minutes,
      granted: { asProposed: asProposed.granted, repaired: repaired.granted },
      needed: asProposed.needed,
      missing: asProposed.missing,
      excess: { asProposed: asProposed.excess, repaired: repaired.excess },
      resilience: { asProposed: resilience.asProposed.share, repaired: resilience.repaired.share },
      // A sample is compared alone.
      nextVersions: { asProposed: null, repaired: null },
      history: { asProposed: null, repaired: null },
      exposurePaths: exposure.gap ? null : exposure.paths.length,
    },
    spent: null,
  };
}
