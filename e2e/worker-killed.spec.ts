import { expect, test } from "@playwright/test";
import { readSample } from "./support/samples";
import { dropTemplate, runButton, waitUntilDone } from "./support/start-page";
import { killWorker, readWorkerPid } from "./support/worker-process";

test("a run whose worker is killed in its middle is taken up again and completes", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await dropTemplate(page, "order-pipeline.yaml", readSample("order-pipeline"));
  await runButton(page).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("region", { name: "Progress" }).getByText("Running:")).toBeVisible();
  const killed = killWorker();

  await waitUntilDone(page);
  await expect(page.getByRole("row", { name: "Time to working" })).toContainText(/\d/);
  expect(readWorkerPid()).not.toBe(killed);
});
