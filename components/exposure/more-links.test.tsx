import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MoreLinks } from "./more-links";

const textOf = (shown: number, all: number) =>
  renderToStaticMarkup(
    <MoreLinks view={{ isAsked: false, shown, hrefOf: (to) => `?shown=${to}` }} all={all} step={100} />,
  );

test("a long list goes on by a step, or to its end", () => {
  const html = textOf(12, 1652);
  expect(html).toMatch(/href="\?shown=112"[^>]*>Show 100 more</);
  expect(html).toMatch(/href="\?shown=1652"[^>]*>Show all 1,652</);
});

test("the last step ends the list, and nothing follows its end", () => {
  expect(textOf(112, 115)).toContain(">Show 3 more<");
  expect(textOf(112, 115)).not.toContain("Show all");
  expect(textOf(115, 115)).toBe("");
});
