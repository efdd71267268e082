import { expect, test } from "vitest";
import { type AskedList, viewList } from "./opened-list";

const list = { candidate: "administrator", list: "excess", atOnce: 12 } as const;
const nothing: AskedList = { candidate: undefined, list: undefined, shown: undefined };
const asked: AskedList = { candidate: "administrator", list: "excess", shown: "112" };

const cases: readonly [string, AskedList, number][] = [
  ["nothing is asked", nothing, 12],
  ["more is asked", asked, 112],
  ["less is asked than stands there anyway", { ...asked, shown: "3" }, 12],
  ["what is asked is no number", { ...asked, shown: "all" }, 12],
  ["another list is asked for", { ...asked, list: "everywhere" }, 12],
  ["another candidate's is asked for", { ...asked, candidate: "boundary" }, 12],
];

test.each(cases)("where %s", (_, given, shown) => {
  expect(viewList(given, "/runs/1/exposure", list).shown).toBe(shown);
});

test("its own address asks for what it names", () => {
  const address = new URL(viewList(nothing, "/runs/1/exposure", list).hrefOf(1652), "http://localhost");
  const search: Readonly<Record<string, string>> = Object.fromEntries(address.searchParams);
  const again = { candidate: search["candidate"], list: search["list"], shown: search["shown"] };
  expect(viewList(again, "/runs/1/exposure", list)).toMatchObject({ isAsked: true, shown: 1652 });
});
