import type { TriedCandidate } from "@/lib/domain/comparison-report";
import { titleOf } from "./approach";
import { FullDocuments } from "./full-documents";
import { listDocuments, type PolicyState, policiesIn } from "./policy-sections";

/** A candidate's role to take away: its documents one by one, the whole as a CloudFormation template or as JSON. */
export function RoleExport({
  candidate,
  state,
  address,
}: {
  candidate: TriedCandidate;
  state: PolicyState;
  /** Where the server hands roles out. */
  address: string;
}) {
  const policies = policiesIn(candidate, state);
  if (!policies) return null;
  const documents = listDocuments(policies);
  const hrefOf = (format: string) => `${address}?${new URLSearchParams({ candidate: candidate.name, state, format })}`;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 text-small print-hidden">
      {documents.length > 0 && <FullDocuments title={titleOf(candidate)} documents={documents} />}
      {(state === "proposed" || candidate.trial) && (
        <>
          <a href={hrefOf("cloudformation")} download className="text-link">
            CloudFormation role
          </a>
          <a href={hrefOf("json")} download className="text-link">
            JSON
          </a>
        </>
      )}
    </div>
  );
}
