import Link from "next/link";
import { formatCount } from "@/components/ui/format-figure";
import type { ListView } from "./opened-list";

/** The way to the rest of a list: a step further, and to its end. */
export function MoreLinks({ view, all, step }: { view: ListView; all: number; step: number }) {
  const left = all - view.shown;
  if (left <= 0) return null;
  const next = Math.min(left, step);
  return (
    <p className="figures flex flex-wrap gap-x-4 py-1 font-sans text-small print-hidden">
      <Link href={view.hrefOf(view.shown + next)} scroll={false} prefetch={false} className="text-link">
        Show {formatCount(next)} more
      </Link>
      {left > step && (
        <Link href={view.hrefOf(all)} scroll={false} prefetch={false} className="text-link">
          Show all {formatCount(all)}
        </Link>
      )}
    </p>
  );
}
