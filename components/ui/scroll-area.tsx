import type { ReactNode } from "react";

/** Scrolls sideways within itself, never the page; reachable by keyboard, as what scrolls must be. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  const region = { role: "region", "aria-label": label, tabIndex: 0 };
  return (
    <div {...region} className="relative -mx-4 overflow-x-auto px-4 print:overflow-visible sm:mx-0 sm:px-0">
      {children}
    </div>
  );
}
