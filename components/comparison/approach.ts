import type { ApproachName } from "@/lib/domain/approaches/candidate";

const approachTitles: Record<ApproachName, string> = {
  "access-analyzer": "Access Analyzer",
  llm: "LLM",
  boundary: "Boundary",
  administrator: "Administrator",
  registry: "Registry",
  current: "Current policy",
  candidate: "Candidate",
};

/** What an approach is, for a reader who meets it first. */
export const approachIdeas: Record<ApproachName, string> = {
  "access-analyzer":
    "Deploy with broad rights once, then let IAM Access Analyzer write a policy from the CloudTrail events.",
  llm: "A language model reads the template, drafts a policy, reviews and revises it.",
  boundary: "Broad service policies, held in check by a permissions boundary.",
  administrator: "AdministratorAccess, for reference.",
  registry: "Every permission that the resource types' registry handlers list, for reference.",
  current: "The policy that the team uses now.",
  candidate: "A policy given beside the three approaches.",
};

const compared: readonly ApproachName[] = ["access-analyzer", "llm", "boundary"];

/** References and the team's own policies stand beside the three approaches and win nothing. */
export function isCompared(approach: ApproachName): boolean {
  return compared.includes(approach);
}

/** For places where the full name has no room. */
const approachShortTitles: Record<ApproachName, string> = {
  "access-analyzer": "Analyzer",
  llm: "LLM",
  boundary: "Boundary",
  administrator: "Admin",
  registry: "Registry",
  current: "Current",
  candidate: "Candidate",
};

type Named = { readonly approach: ApproachName; readonly name: string };

/** Further candidates go by the name that the team gave them. */
export function titleOf({ approach, name }: Named): string {
  return approach === "candidate" ? name : approachTitles[approach];
}

export function shortTitleOf({ approach, name }: Named): string {
  return approach === "candidate" ? name : approachShortTitles[approach];
}

/** A title for a candidate of which only the name is known; the approaches and references bear theirs as names. */
export function titleOfName(name: string): string {
  const titles: Readonly<Record<string, string>> = approachTitles;
  return titles[name] ?? name;
}
