const looks: Readonly<Record<string, string>> = {
  "+": "bg-added-wash",
  "-": "bg-denied-wash",
  "@": "text-soft",
};

/** A text difference with `+` and `-` before its lines; the marks stay, so that colour says nothing alone. */
export function TextDifference({ text }: { text: string }) {
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((content, number) => ({ number, content }));
  return (
    <pre className="mt-1 rounded-small bg-wash py-1 text-small whitespace-pre-wrap wrap-anywhere">
      {lines.map(({ number, content }) => (
        <div key={number} className={`px-2 ${looks[content.charAt(0)] ?? ""}`}>
          {content || " "}
        </div>
      ))}
    </pre>
  );
}
