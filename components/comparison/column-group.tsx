"use client";

import { type ReactNode, type TouchEvent, useRef, useState } from "react";
import { Segmented } from "@/components/ui/segmented";

/** Columns side by side where there is room; on a phone one at a time, chosen by a strip of names or by a swipe. */
export function ColumnGroup({
  titles,
  first = 0,
  isNarrow = false,
  children,
}: {
  titles: readonly string[];
  /** The column that a phone begins with; the first one also where -1 says that the wanted one is not there. */
  first?: number;
  /** Whether a word is all that a column holds, so that they stand side by side on a tablet too. */
  isNarrow?: boolean;
  children: ReactNode;
}) {
  const [shown, setShown] = useState(Math.max(0, first));
  const start = useRef<{ x: number; y: number } | null>(null);

  const onTouchStart = (event: TouchEvent) => {
    const touch = event.touches[0];
    start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onTouchEnd = (event: TouchEvent) => {
    const touch = event.changedTouches[0];
    if (!touch || !start.current) return;
    const [right, down] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
    if (Math.abs(right) < 60 || Math.abs(right) < 2 * Math.abs(down)) return;
    setShown(Math.min(titles.length - 1, Math.max(0, shown + (right < 0 ? 1 : -1))));
  };

  return (
    <div data-shown={shown} data-narrow={isNarrow || undefined} onTouchStart={onTouchStart} onTouchEnd={onTouchEnd}>
      <div className={`sticky top-11 z-10 bg-paper py-2 print-hidden ${isNarrow ? "min-[48rem]:hidden" : "md:hidden"}`}>
        <Segmented
          label="Approach"
          options={titles.map((title, index) => ({ value: String(index), title }))}
          value={String(shown)}
          onChange={(value) => setShown(Number(value))}
        />
      </div>
      {children}
    </div>
  );
}
