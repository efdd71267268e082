import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startGrowing } from "./grow-documents";
import { joinStatement } from "./join-statement";
import { groupNeeds, type Need, type NeedGroup } from "./needed-grants";
import type { ConditionBlock, PolicyDocument, Statement } from "./policy-document";
import { actions, arbitraryDocument, resources } from "./testing/arbitrary-policies";
import { oneOrList } from "./text-list";

const passedTo = (service: string): ConditionBlock => ({ StringEquals: { "iam:PassedToService": service } });
const arbitraryCondition = fc.constantFrom(
  null,
  null,
  passedTo("lambda.amazonaws.com"),
  passedTo("states.amazonaws.com"),
);

const arbitraryNeed: fc.Arbitrary<Need> = fc
  .record({
    action: fc.constantFrom(...actions, "S3:getobject"),
    resource: fc.constantFrom(...resources, "arn:aws:s3:::orders/*"),
    condition: arbitraryCondition,
  })
  .map(({ action, resource, condition }) => ({
    resource,
    key: JSON.stringify([action.toLowerCase(), condition]),
    alone: { actions: [action], resources: [resource], condition, placeKey: JSON.stringify([[resource], condition]) },
  }));

/** Statements that earlier needs made stand among others, so that there is something to join. */
const arbitraryDocuments: fc.Arbitrary<readonly PolicyDocument[]> = fc
  .tuple(fc.array(arbitraryDocument, { maxLength: 3 }), fc.array(arbitraryNeed, { maxLength: 6 }))
  .map(([documents, needs]) => startGrowing(documents, "identity")(needs).documents);

/** Every statement of every document tried, one after the other. */
function growSlowly(documents: readonly PolicyDocument[], groups: readonly NeedGroup[]): readonly PolicyDocument[] {
  return groups.reduce((grown, group) => joinSomewhere(grown, group) ?? append(grown, group), documents);
}

function joinSomewhere(documents: readonly PolicyDocument[], group: NeedGroup): readonly PolicyDocument[] | null {
  for (const [policy, document] of documents.entries()) {
    for (const [index, statement] of document.Statement.entries()) {
      const joined = joinStatement(statement, statementOf(group));
      if (joined) return documents.with(policy, { ...document, Statement: document.Statement.with(index, joined) });
    }
  }
  return null;
}

function append(documents: readonly PolicyDocument[], group: NeedGroup): readonly PolicyDocument[] {
  const last = documents.at(-1) ?? { Version: "2012-10-17", Statement: [] };
  return [...documents.slice(0, -1), { ...last, Statement: [...last.Statement, statementOf(group)] }];
}

function statementOf({ actions, resources, condition }: NeedGroup): Statement {
  return {
    Effect: "Allow",
    Action: oneOrList(actions),
    Resource: oneOrList(resources),
    ...(condition ? { Condition: condition } : {}),
  };
}

describe("growing documents", () => {
  it("puts each group where trying every statement in turn puts it", () => {
    fc.assert(
      fc.property(
        arbitraryDocuments,
        fc.array(fc.array(arbitraryNeed, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        (documents, lists) => {
          const grow = startGrowing(documents, "identity");
          for (const needs of lists) {
            const { documents: grown, additions } = grow(needs);
            expect(grown).toEqual(growSlowly(documents, groupNeeds(needs)));
            for (const { ref, kind } of additions) {
              const isNew = ref.statement >= (documents[ref.policy]?.Statement.length ?? 0);
              if (kind === "new-statement") expect(isNew).toBe(true);
              expect(grown[ref.policy]?.Statement[ref.statement]?.Sid ?? null).toBe(ref.sid);
            }
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("hands documents back that need nothing", () => {
    const documents: readonly PolicyDocument[] = [{ Version: "2012-10-17", Statement: [] }];
    expect(startGrowing(documents, "identity")([]).documents).toBe(documents);
  });
});
