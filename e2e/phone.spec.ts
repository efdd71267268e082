import { devices, expect, type Page, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";
import { readSample } from "./support/samples";
import { dropTemplate } from "./support/start-page";

const { viewport, hasTouch, isMobile, deviceScaleFactor } = devices["iPhone 13"];
test.use({ viewport, hasTouch, isMobile, deviceScaleFactor });

test("no page is wider than a phone", async ({ page, request }) => {
  test.setTimeout(240_000);
  const id = await finishedRun(request);
  const tabs = [
    "",
    "/policies",
    "/policies?show=beside",
    "/trial",
    "/resilience",
    "/history",
    "/exposure",
    "/requests",
    "/template",
  ];
  for (const address of ["/", "/runs", "/settings/times", ...tabs.map((tab) => `/runs/${id}${tab}`)]) {
    await page.goto(address);
    await expectToFit(page);
  }
  await page.goto("/");
  await dropTemplate(page, "order-pipeline.yaml", readSample("order-pipeline"));
  await expect(page.getByText("no problem found")).toBeVisible();
  await expectToFit(page);
});

test("on a phone one approach stands at a time, and the scores stay", async ({ page, request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/policies`);
  await expect(page.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Access Analyzer" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Boundary", exact: true })).toBeHidden();
  await page.getByRole("group", { name: "Approach" }).getByText("Boundary").click();
  await expect(page.getByRole("heading", { name: /^Boundary/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Access Analyzer" })).toBeHidden();
});

async function expectToFit(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, page.url()).toBe(0);
}
