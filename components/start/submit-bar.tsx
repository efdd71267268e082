import { Button } from "@/components/ui/button";
import { countOf } from "@/components/ui/format-figure";
import type { FieldProblem } from "@/lib/schemas/problem";

/** The way to the run, and why it was not taken: problems without a field of their own stand here. */
export function SubmitBar({
  refused,
  isPlaced,
  fault,
  isSending,
}: {
  refused: readonly FieldProblem[];
  /** Whether a problem is shown elsewhere, at its field. */
  isPlaced: (problem: FieldProblem) => boolean;
  fault: Error | null;
  isSending: boolean;
}) {
  const unplaced = refused.filter((problem) => !isPlaced(problem));
  const placed = refused.length - unplaced.length;
  return (
    <div className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-paper py-3">
      <div role="alert" className="flex flex-col gap-1">
        {fault && refused.length === 0 && <p>{fault.message}</p>}
        {unplaced.map((problem) => (
          <p key={`${problem.field} ${problem.message}`}>{problem.message}</p>
        ))}
        {placed > 0 && <p>{countOf(placed, "problem")} above must be put right before this can run.</p>}
      </div>
      <Button look="primary" type="submit" className="h-10" disabled={isSending}>
        {isSending ? "Starting the run" : "Run the comparison"}
      </Button>
    </div>
  );
}
