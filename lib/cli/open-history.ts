import { type CommittedTemplate, listCommits, readCommittedText } from "../data/template-history/list-commits";
import { GitRefused, gitIn } from "../data/template-history/run-git";
import { UnusableInput } from "./unusable-input";

/** A template's commits, oldest first, and its text at each. */
export interface TemplateHistory {
  readonly templatePath: string;
  readonly commits: readonly CommittedTemplate[];
  read(commit: CommittedTemplate): string;
}

export function openHistory(repository: string, templatePath: string): TemplateHistory {
  const git = gitIn(repository);
  const commits = tellRefusal(repository, () => listCommits(git, templatePath));
  if (commits.length === 0) {
    throw new UnusableInput(
      `No commit of ${repository} has touched ${templatePath}. Give the template's path inside the repository.`,
    );
  }
  return {
    templatePath,
    commits,
    read: (commit) => tellRefusal(repository, () => readCommittedText(git, commit)),
  };
}

function tellRefusal<T>(repository: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GitRefused)) throw error;
    throw new UnusableInput(`git cannot read ${repository}: ${error.message}`);
  }
}
