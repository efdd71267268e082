import { parseArgs } from "node:util";
import { judgeSamCase } from "./corpus/compare-sam";
import { corpusFolder, hasCorpus, readSamCases, type SamCase, type SamGroup } from "./corpus/sam-cases";

/** `npm run corpus:sam -- [--group translator|errors|serverless-patterns] [--only <part of a name>]` */
function main(): void {
  const { values } = parseArgs({ options: { group: { type: "string" }, only: { type: "string" } } });
  if (!hasCorpus()) {
    console.log(`Skipped: there is no ${corpusFolder}.`);
    return;
  }
  const cases = readSamCases().filter(
    ({ group, name }) => (values.group ?? group) === group && name.includes(values.only ?? ""),
  );
  const failures = cases.flatMap((samCase) => {
    const difference = judgeSamCase(samCase);
    return difference === null ? [] : [{ samCase, difference }];
  });
  for (const { samCase, difference } of failures) console.log(`${samCase.group} ${samCase.name}\n    ${difference}`);
  for (const group of ["translator", "errors", "serverless-patterns"] as const) {
    const failed = failures.filter(({ samCase }) => samCase.group === group).length;
    if (values.group === undefined || values.group === group) console.log(summarize(group, cases, failed));
  }
  if (failures.length > 0) process.exitCode = 1;
}

function summarize(group: SamGroup, cases: readonly SamCase[], failed: number): string {
  const total = cases.filter((samCase) => samCase.group === group).length;
  return `${group} ${total - failed}/${total} ${group === "errors" ? "rejected" : "equal"}`;
}

main();
