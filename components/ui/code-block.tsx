/** Text as it was written; long lines wrap, so that nothing hides to the side. Numbered lines can be linked to by `#L12`. */
export function CodeBlock({
  text,
  numbered = false,
  marked,
}: {
  text: string;
  numbered?: boolean;
  /** 1-based numbers of lines that stand out; what is said about them stands elsewhere. */
  marked?: ReadonlySet<number>;
}) {
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((content, index) => ({ number: index + 1, content }));
  return (
    <pre className="rounded-small bg-wash py-2 text-small">
      {lines.map(({ number, content }) => (
        <div
          key={number}
          id={numbered ? `L${number}` : undefined}
          className={`flex px-3 target:bg-added-wash ${marked?.has(number) ? "bg-denied-wash font-strong" : ""}`}
        >
          {numbered && (
            <span className="figures mr-4 w-8 shrink-0 text-right font-normal text-soft select-none">{number}</span>
          )}
          <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">{content || " "}</span>
        </div>
      ))}
    </pre>
  );
}
