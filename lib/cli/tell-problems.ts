import type { Problem } from "../domain/problem";

/** Problems as lines for a person: severity, line, logical id, sentence. */
export function tellProblems(problems: readonly Problem[]): string {
  return problems.map(tellProblem).join("\n");
}

function tellProblem({ severity, line, logicalId, message }: Problem): string {
  const place = [line === undefined ? [] : `line ${line}`, logicalId ?? []].flat().join(", ");
  return `${severity}${place === "" ? "" : ` (${place})`}: ${message}`;
}
