import type { ReactNode } from "react";

/** A page that only says something: what happened, and what to do next. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-[60ch] pt-10">
      <h1 className="text-title font-strong">{title}</h1>
      <div className="mt-2 flex flex-col items-start gap-4">{children}</div>
    </div>
  );
}
