import type { PolicyType, StatementRef } from "./decision";
import { joinStatement } from "./join-statement";
import { groupNeeds, type Need } from "./needed-grants";
import { newStatement } from "./new-statement";
import type { ConditionBlock, PolicyDocument, Statement } from "./policy-document";
import { versionWithVariables } from "./policy-variables";
import { startIndex } from "./statement-index";

/** What one statement gained: a new statement, or an existing one that took actions or resources in. */
export interface Addition {
  readonly ref: StatementRef;
  readonly kind: "new-statement" | "joined-statement";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | null;
}

export interface Grown {
  /** Those that needed nothing are the ones that were given. */
  readonly documents: readonly PolicyDocument[];
  readonly additions: readonly Addition[];
}

/**
 * Adds needs to documents: each group to the first statement that can take it in without granting more, or else as a new
 * statement at the end of the last document (of a first one where there is none). The documents stay as they are, so they
 * are indexed once for whatever needs are tried on them.
 */
export function startGrowing(
  documents: readonly PolicyDocument[],
  policyType: PolicyType,
): (needs: readonly Need[]) => Grown {
  const given = documents.flatMap((document) => document.Statement);
  const starts = startsOf(documents);
  const indexOfGiven = startIndex();
  for (const [place, statement] of given.entries()) indexOfGiven.add(statement, place);
  return (needs) => {
    if (needs.length === 0) return { documents, additions: [] };
    const statements = [...given];
    const indexOfChanged = startIndex();
    const additions = groupNeeds(needs).map((group): Addition => {
      const places = [...indexOfGiven.find(group), ...indexOfChanged.find(group)].sort((a, b) => a - b);
      const wanted = newStatement(group);
      const joined = joinFirst(places, statements, wanted);
      const place = joined?.place ?? statements.length;
      const statement = joined?.statement ?? wanted;
      statements[place] = statement;
      indexOfChanged.add(statement, place);
      const ref = { policyType, ...findPlace(place, starts), sid: statement.Sid ?? null };
      const { actions, resources, condition } = group;
      return { ref, kind: joined ? "joined-statement" : "new-statement", actions, resources, condition };
    });
    return { documents: writeDocuments(documents, statements, starts), additions };
  };
}

/** Where each document's statements begin among all. */
function startsOf(documents: readonly PolicyDocument[]): readonly number[] {
  let start = 0;
  return documents.map((document) => {
    const own = start;
    start += document.Statement.length;
    return own;
  });
}

/** `null` when no statement can take the wanted one in without granting more. */
function joinFirst(places: readonly number[], statements: readonly Statement[], wanted: Statement) {
  for (const place of places) {
    const statement = statements[place];
    const joined = statement ? joinStatement(statement, wanted) : null;
    if (joined !== null) return { place, statement: joined };
  }
  return null;
}

/** New statements come after all others, so they are the last document's. */
function findPlace(place: number, starts: readonly number[]): Pick<StatementRef, "policy" | "statement"> {
  const policy = Math.max(
    0,
    starts.findLastIndex((start) => start <= place),
  );
  return { policy, statement: place - (starts[policy] ?? 0) };
}

function writeDocuments(
  documents: readonly PolicyDocument[],
  statements: readonly Statement[],
  starts: readonly number[],
): readonly PolicyDocument[] {
  if (documents.length === 0) return [{ Version: versionWithVariables, Statement: statements }];
  return documents.map((document, policy) => {
    const own = statements.slice(starts[policy], starts[policy + 1]);
    const isSame = own.length === document.Statement.length && own.every((one, at) => one === document.Statement[at]);
    return isSame ? document : { ...document, Statement: own };
  });
}
