import { countOf } from "@/components/ui/format-figure";
import type { Attempt, AttemptOutcome, StackEvent } from "@/lib/domain/trial/trial";
import { DenialList } from "./denial-list";
import { FixStatements } from "./fix-statements";

export const outcomeWords: Record<AttemptOutcome, string> = {
  complete: "works",
  "not-started": "nothing was made",
  "rolled-back": "rolled back",
  stuck: "stuck",
};

const outcomeSentences: Record<AttemptOutcome, string> = {
  complete: "Create, update and delete went through.",
  "not-started": "Refused before CloudFormation made anything.",
  "rolled-back": "CloudFormation undid what it had made.",
  stuck: "The undoing was refused too; a person must clean up before the next attempt.",
};

/** One attempt: what was refused and how it was lifted, beside the events as CloudFormation prints them. */
export function AttemptDetail({ attempt }: { attempt: Attempt }) {
  return (
    <div className="mt-4 grid gap-x-10 gap-y-6 border-l-2 border-(--hue) pl-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-5">
        <p>
          Attempt {attempt.number}: {outcomeSentences[attempt.outcome]}{" "}
          {attempt.created.length > 0 && `${countOf(attempt.created.length, "resource")} had been created.`}
        </p>
        <DenialList denials={attempt.denials} />
        {attempt.fix && <FixStatements fix={attempt.fix} />}
      </div>
      <StackEvents events={attempt.events} />
    </div>
  );
}

const shownAtOnce = 40;

function StackEvents({ events }: { events: readonly StackEvent[] }) {
  const told = events.map((event, index) => ({ ...event, order: index }));
  if (told.length === 0) return <p className="text-soft">CloudFormation printed nothing.</p>;
  return (
    <div className="min-w-0">
      <h4 className="text-small text-soft">Stack events</h4>
      <EventList events={told.slice(0, shownAtOnce)} />
      {told.length > shownAtOnce && (
        <details>
          <summary className="caret py-1 text-small text-soft">{told.length - shownAtOnce} more events</summary>
          <EventList events={told.slice(shownAtOnce)} />
        </details>
      )}
    </div>
  );
}

function EventList({ events }: { events: readonly (StackEvent & { readonly order: number })[] }) {
  return (
    <ol className="font-mono text-small">
      {events.map(({ order, status, logicalId, resourceType, reason }) => (
        <li key={order} className="grid gap-x-4 border-t border-line py-1 sm:grid-cols-[15rem_minmax(0,1fr)]">
          <span className={/FAILED|DENIED/.test(status) ? "text-denied" : "text-soft"}>{status}</span>
          <span className="min-w-0 break-arn">
            {logicalId} <span className="text-soft">{resourceType}</span>
            {reason && <span className="block text-soft">{reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
