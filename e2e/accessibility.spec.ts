import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";
import { readSample } from "./support/samples";
import { dropTemplate } from "./support/start-page";

const tabs = [
  "",
  "/policies?show=working",
  "/policies?show=beside",
  "/trial",
  "/resilience",
  "/history",
  "/exposure",
  "/requests",
  "/template",
];

const dialogs = [
  ["", "Share"],
  ["/policies", /^Full document/],
  ["/trial", "Record a real attempt with Boundary"],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("the start page has no accessibility faults, empty and with a template", async ({ page }) => {
      await page.goto("/");
      await expectNoFaults(page);
      await dropTemplate(page, "hello-api.yaml", readSample("hello-api"));
      await expect(page.getByText("no problem found")).toBeVisible();
      await page.getByText("How it is deployed").click();
      await expectNoFaults(page);
    });

    test("a run's pages and the history have no accessibility faults", async ({ page, request }) => {
      test.setTimeout(240_000);
      const id = await finishedRun(request);
      for (const tab of tabs) {
        await page.goto(`/runs/${id}${tab}`);
        await expectNoFaults(page);
      }
      for (const [tab, opens] of dialogs) {
        await page.goto(`/runs/${id}${tab}`);
        await page.getByRole("button", { name: opens }).first().click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoFaults(page);
      }
      for (const address of ["/runs", "/settings/times"]) {
        await page.goto(address);
        await expectNoFaults(page);
      }
    });
  });
}

/** Monaco's inner markup is its own; everything around it is ours. */
async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude(".monaco-editor").analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(told, page.url()).toEqual([]);
}
