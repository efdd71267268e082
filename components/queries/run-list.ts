import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type RunList, runListSchema } from "@/lib/schemas/run-summary";
import { requestJson } from "./request-json";

export const runListKey = (query: string) => ["runs", query] as const;

export function fetchRuns(query: string, cursor: string | null, signal: AbortSignal) {
  const search = new URLSearchParams(cursor === null ? { query } : { query, cursor });
  return requestJson(`/api/runs?${search}`, runListSchema, { signal });
}

/** Pages of the history, newest first; the first page of the first query came with the page itself. */
export function useRunList(query: string, first: { readonly query: string; readonly page: RunList }) {
  return useInfiniteQuery({
    queryKey: runListKey(query),
    queryFn: ({ pageParam, signal }) => fetchRuns(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    ...(query === first.query ? { initialData: { pages: [first.page], pageParams: [null] } } : {}),
  });
}
