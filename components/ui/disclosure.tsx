import type { ReactNode } from "react";

export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary className="caret inline-flex min-h-8 items-center">{summary}</summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}
