import { expect, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";

test("on paper every approach stands, and the marks are words", async ({ page, request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.setViewportSize({ width: 600, height: 800 });
  await page.goto(`/runs/${id}/policies`);
  const boundary = page.getByRole("heading", { name: /^Boundary/ });
  await expect(boundary).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(boundary).toBeVisible();
  await expect(page.getByRole("group", { name: "Approach" })).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "LLM recorded" }).getByText("recorded")).toHaveCSS(
    "opacity",
    "1",
  );
  await expect(page.getByRole("navigation", { name: "Run" })).toBeHidden();
});
