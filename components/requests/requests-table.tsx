"use client";

import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { countOf } from "@/components/ui/format-figure";
import { ScrollArea } from "@/components/ui/scroll-area";
import { filterRequests, type RequestFilter, type ShownRequest } from "./filter-requests";
import { tellEvent } from "./tell-event";

const pageSize = 100;

/** Every authorisation check of the deployment, in order, narrowed by words, phase and what the trials refused. */
export function RequestsTable({ requests }: { requests: readonly ShownRequest[] }) {
  const [filter, setFilter] = useState<RequestFilter>({ words: "", phase: "", certainty: "", refusedOnly: false });
  const [shown, setShown] = useState(pageSize);
  const matching = filterRequests(requests, useDeferredValue(filter));
  const phases = [...new Set(requests.map(({ phase }) => phase))];
  const change = (part: Partial<RequestFilter>) => {
    setFilter({ ...filter, ...part });
    setShown(pageSize);
  };
  return (
    <div className="flex flex-col gap-3">
      <search className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]">
        <TextField
          label="Filter by action, resource, logical id or context key"
          type="search"
          value={filter.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        <SelectField label="Phase" value={filter.phase} onChange={(event) => change({ phase: event.target.value })}>
          <option value="">all</option>
          {phases.map((phase) => (
            <option key={phase}>{phase}</option>
          ))}
        </SelectField>
        <SelectField
          label="Known by"
          value={filter.certainty}
          onChange={(event) => change({ certainty: event.target.value })}
        >
          <option value="">all</option>
          <option>documented</option>
          <option>registry</option>
          <option>unknown</option>
        </SelectField>
        <label className="flex h-9 items-center gap-2">
          <input
            type="checkbox"
            checked={filter.refusedOnly}
            onChange={(event) => change({ refusedOnly: event.target.checked })}
          />
          refused in a trial
        </label>
      </search>
      <p className="figures text-small text-soft" aria-live="polite">
        {countOf(matching.length, "request")} of {requests.length}
      </p>
      <ScrollArea label="Requests">
        <table className="w-full text-small">
          <thead>
            <tr className="border-b border-edge text-left text-soft">
              <th className="py-1 pr-4 font-normal">Phase</th>
              <th className="py-1 pr-4 font-normal">Action</th>
              <th className="py-1 pr-4 font-normal">Resource</th>
              <th className="py-1 pr-4 font-normal">For</th>
              <th className="py-1 font-normal">Refused for</th>
            </tr>
          </thead>
          <tbody>
            {matching.slice(0, shown).map((request) => (
              <RequestRow key={`${request.phase} ${request.order}`} request={request} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {matching.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + pageSize * 5)}>Show more</Button>
        </div>
      )}
    </div>
  );
}

function RequestRow({ request }: { request: ShownRequest }) {
  const context = Object.entries(request.context);
  return (
    <tr className="border-b border-line align-top">
      <td className="py-1 pr-4 whitespace-nowrap text-soft">
        {request.phase}
        {request.principal === "execution-role" && <span className="block">execution role</span>}
      </td>
      <td className="py-1 pr-4 font-mono">
        {request.action}
        <OperationName request={request} />
      </td>
      <td className="min-w-56 py-1 pr-4 font-mono break-arn">
        {request.resources.map((resource) => (
          <div key={resource}>{resource}</div>
        ))}
        {context.length > 0 && (
          <details className="text-soft">
            <summary className="caret font-sans">{countOf(context.length, "context key")} and the event</summary>
            <div className="font-sans">CloudTrail: {tellEvent(request.cloudTrail)}</div>
            {context.map(([key, values]) => (
              <div key={key}>
                {key} = {values.join(", ")}
              </div>
            ))}
          </details>
        )}
      </td>
      <td className="min-w-36 py-1 pr-4 break-arn">
        {request.logicalId ?? (request.via === "cli" ? "sam deploy" : "the stack")}
        <span className="block text-soft">
          <Cause cause={request.cause} source={request.source} />
          {request.certainty !== "documented" && ` (${request.certainty})`}
        </span>
      </td>
      <td className="py-1 whitespace-nowrap text-denied">
        {request.refusedFor.map((name) => (
          <div key={name}>✕ {name}</div>
        ))}
      </td>
    </tr>
  );
}

/** The operation behind the action where the action does not say it, as with API Gateway's verbs. */
function OperationName({ request: { action, cloudTrail } }: { request: ShownRequest }) {
  if (!cloudTrail || action.endsWith(`:${cloudTrail.eventName}`)) return null;
  return <span className="block text-soft">{cloudTrail.eventName}</span>;
}

/** The property that makes the check necessary, linked to where that is documented. */
function Cause({ cause, source }: { cause: string; source: string }) {
  if (!source.startsWith("https://")) return cause;
  return (
    <a
      href={source}
      className="underline decoration-line underline-offset-2 hover:decoration-ink"
      target="_blank"
      rel="noreferrer"
    >
      {cause}
    </a>
  );
}
