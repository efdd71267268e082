import type { FieldProblem } from "@/lib/schemas/problem";

const marks: Record<FieldProblem["severity"], string> = { error: "✕ error", warning: "△ warning", info: "· note" };

/** Problems by weight, each with its place; with `lineHref` the line is a link to it. */
export function ProblemList({
  problems,
  lineHref,
  onLine,
}: {
  problems: readonly FieldProblem[];
  lineHref?: (line: number) => string;
  onLine?: (line: number) => void;
}) {
  const order = Object.keys(marks);
  const sorted = problems
    .map((problem, index) => ({ ...problem, index }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul>
      {sorted.map(({ index, severity, message, line, logicalId }) => (
        <li key={index} className="flex gap-x-3 border-b border-line py-1.5">
          <span className={`w-20 shrink-0 text-small ${severity === "error" ? "font-strong" : "text-soft"}`}>
            {marks[severity]}
          </span>
          <span className="min-w-0 break-arn">
            {message} {line !== undefined && <Line line={line} lineHref={lineHref} onLine={onLine} />}
            {line === undefined && logicalId && !message.includes(logicalId) && (
              <span className="font-mono text-small text-soft">{logicalId}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Line({
  line,
  lineHref,
  onLine,
}: {
  line: number;
  lineHref: ((line: number) => string) | undefined;
  onLine: ((line: number) => void) | undefined;
}) {
  const text = `line ${line}`;
  if (lineHref) {
    return (
      <a href={lineHref(line)} className="text-link figures whitespace-nowrap">
        {text}
      </a>
    );
  }
  if (onLine) {
    return (
      <button type="button" onClick={() => onLine(line)} className="text-link figures whitespace-nowrap">
        {text}
      </button>
    );
  }
  return <span className="figures whitespace-nowrap text-soft">{text}</span>;
}
