/** A figure that is missing, with the reason beside it. */
export function Gap({ why }: { why: string }) {
  return (
    <p className="py-2 text-small break-arn">
      <span className="font-strong">Not counted.</span> {why}
    </p>
  );
}
