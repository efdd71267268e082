/** What is wrong with something that was given and is no text field, as a sentence under it; read out as it appears. */
export function FieldProblem({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p role="alert" className="pt-1 text-small text-denied break-arn">
      {problem}
    </p>
  );
}
