/** Long lists of a candidate, by their names in the address. */
export type ListName = "excess" | "everywhere" | "not-existing";

/** What the address asks for: `?candidate=…&list=…&shown=…`. */
export interface AskedList {
  readonly candidate: string | undefined;
  readonly list: string | undefined;
  readonly shown: string | undefined;
}

/** How much of a list stands on the page, and where more of it does. */
export interface ListView {
  readonly isAsked: boolean;
  readonly shown: number;
  hrefOf(shown: number): string;
}

/** As many entries as the address asks for, and never fewer than are shown without being asked. */
export function viewList(
  asked: AskedList,
  path: string,
  { candidate, list, atOnce }: { readonly candidate: string; readonly list: ListName; readonly atOnce: number },
): ListView {
  const isAsked = asked.candidate === candidate && asked.list === list;
  const wanted = isAsked && asked.shown && /^\d{1,6}$/.test(asked.shown) ? Number(asked.shown) : 0;
  return {
    isAsked,
    shown: Math.max(atOnce, wanted),
    hrefOf: (shown) => `${path}?${new URLSearchParams({ candidate, list, shown: String(shown) })}`,
  };
}
