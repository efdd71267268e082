"use client";

import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { countOf, formatCount } from "@/components/ui/format-figure";
import { ScrollArea } from "@/components/ui/scroll-area";
import { filterRequests, type RequestFilter, type ShownRequest } from "./filter-requests";
import { RequestRow } from "./request-row";
import { tellPhase } from "./tell-phase";

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
            <option key={phase} value={phase}>
              {tellPhase(phase)}
            </option>
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
        {countOf(matching.length, "request")} of {formatCount(requests.length)}
      </p>
      <ScrollArea label="Requests">
        <table className="w-full text-small max-md:block">
          <thead className="max-md:sr-only">
            <tr className="border-b border-edge text-left text-soft">
              {["Phase", "Action", "Resource", "For", "Refused for"].map((title) => (
                <th key={title} scope="col" className="py-1 pr-4 font-normal last:pr-0">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block max-md:border-t max-md:border-edge">
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
