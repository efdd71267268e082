"use client";

import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { useRunList } from "@/components/queries/run-list";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { RunList } from "@/lib/schemas/run-summary";
import { RunRows } from "./run-rows";

/** All runs, newest first, found by any words of theirs. What is searched for stands in the address. */
export function RunHistory({ first }: { first: { readonly query: string; readonly page: RunList } }) {
  const [typed, setTyped] = useState(first.query);
  const query = useDeferredValue(typed.trim());
  const list = useRunList(query, first);
  const runs = list.data?.pages.flatMap((page) => page.runs) ?? [];

  const search = (text: string) => {
    setTyped(text);
    window.history.replaceState(null, "", text.trim() ? `?query=${encodeURIComponent(text.trim())}` : "?");
  };

  return (
    <div className="flex flex-col gap-5">
      <search className="max-w-md">
        <TextField
          label="Search by stack, file, region, account or anything in the template"
          type="search"
          value={typed}
          onChange={(event) => search(event.target.value)}
        />
      </search>
      {list.error && <p role="alert">{list.error.message}</p>}
      <div aria-live="polite">
        {runs.length === 0 && !list.isFetching && (
          <p className="text-soft break-arn">
            {query ? `No run matches "${query}"; try fewer words.` : "No template has been run yet."}{" "}
            {!query && (
              <Link href="/" className="text-link">
                Start with one
              </Link>
            )}
          </p>
        )}
      </div>
      {runs.length > 0 && <RunRows runs={runs} />}
      {list.hasNextPage && (
        <div>
          <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Older runs
          </Button>
        </div>
      )}
    </div>
  );
}
