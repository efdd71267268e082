const looks: Readonly<Record<string, string>> = {
  "+": "bg-added-wash",
  "-": "bg-denied-wash",
  "@": "text-soft",
};

/** The two lines that name the files begin like changes and are none. */
function lookOf(line: string): string {
  return /^(---|\+\+\+) /.test(line) ? "text-soft" : (looks[line.charAt(0)] ?? "");
}

/** A text difference with `+` and `-` before its lines; the marks stay, so that colour says nothing alone. */
export function TextDifference({ text }: { text: string }) {
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((content, number) => ({ number, content }));
  return (
    <pre className="mt-1 rounded-small bg-wash py-1 text-small whitespace-pre-wrap wrap-anywhere">
      {lines.map(({ number, content }) => (
        <div key={number} className={`pr-2 pl-8 -indent-6 ${lookOf(content)}`}>
          {content || " "}
        </div>
      ))}
    </pre>
  );
}
