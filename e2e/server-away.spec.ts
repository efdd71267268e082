import { expect, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";

test("a page that breaks because the server goes away says so, and comes back with it", async ({ page, request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}`);
  await expect(page.getByRole("heading", { name: "Where the minutes go" })).toBeVisible();

  // As when the server stops while it answers: the page's next part ends in its middle, and nothing answers after that.
  await page.route(/_rsc=/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
    await route.fulfill({ status: answer.status(), headers, body: body.subarray(0, body.length / 2) });
  });
  await page.route("**/icon.svg", (route) => (route.request().method() === "HEAD" ? route.abort() : route.continue()));
  await page.getByRole("link", { name: "Exposure" }).click();
  await expect(page.getByRole("heading", { name: "The server does not answer" })).toBeVisible();

  await page.unrouteAll({ behavior: "wait" });
  await expect(page.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
});
