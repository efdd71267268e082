"use client";

import { useEffect, useRef } from "react";
import type { StackEvent } from "@/lib/domain/trial/trial";

/** What has been printed so far, the newest at the end and in sight. */
export function EventLog({
  events,
  follow,
}: {
  events: readonly StackEvent[];
  /** Keeps the newest event in sight; a reader who has not stepped yet starts at the top. */
  follow: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const printed = events.length;

  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = printed === 0 ? 0 : box.current.scrollHeight;
  }, [follow, printed]);

  const region = { role: "region", "aria-label": "Stack events", tabIndex: 0 };
  return (
    <div className="min-w-0">
      <h4 className="text-small text-soft">Stack events, as CloudFormation prints them</h4>
      <div
        ref={box}
        {...region}
        className={`mt-1 overflow-y-auto border-y border-line print:max-h-none ${follow ? "max-h-[28rem]" : "max-h-[44rem]"}`}
      >
        {printed === 0 && <p className="py-1.5 text-small text-soft">Nothing is printed yet.</p>}
        <ol className="font-mono text-small">
          {withOrder(events).map(({ order, event }) => (
            <EventLine key={order} event={event} isNewest={follow && order === printed - 1} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function withOrder(events: readonly StackEvent[]) {
  return events.map((event, order) => ({ event, order }));
}

function EventLine({ event, isNewest }: { event: StackEvent; isNewest: boolean }) {
  const { status, logicalId, resourceType, reason } = event;
  return (
    <li
      className={`grid gap-x-4 border-t border-line px-1 py-1 first:border-t-0 sm:grid-cols-[12.5rem_minmax(0,1fr)] ${isNewest ? "bg-wash shadow-[inset_2px_0_0_var(--hue)]" : ""}`}
    >
      <span className={`break-arn ${status.endsWith("FAILED") ? "text-denied" : "text-soft"}`}>{status}</span>
      <span className="min-w-0 break-arn">
        {logicalId} <span className="text-soft">{resourceType}</span>
        {reason && <span className="block text-soft">{reason}</span>}
      </span>
    </li>
  );
}
