import fc from "fast-check";
import { expect, it } from "vitest";
import { indexActions } from "./action-index";
import { compileDocument, coversAction } from "./compile-statement";
import { actions, arbitraryDocument } from "./testing/arbitrary-policies";

it("finds the statements that trying each would find, in their order", () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.constantFrom(...actions), (document, action) => {
      const statements = compileDocument(document, "identity", 0);
      const lower = action.toLowerCase();
      expect(indexActions(statements)(lower)).toEqual(statements.filter((statement) => coversAction(statement, lower)));
    }),
    { numRuns: 500 },
  );
});
