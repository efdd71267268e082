import { expect, type Locator, type Page, test } from "@playwright/test";
import { createdRunSchema } from "../lib/schemas/new-run";
import { finishedRun } from "./support/finished-run";
import { runButton, waitUntilDone } from "./support/start-page";

test.afterEach(async ({ request }) => {
  // Other journeys count with the documented figures.
  await request.put("/api/time-constants", { data: { teamTimes: {} } });
});

test("a team's figure counts in new runs, which say so, until it is reset", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await page.getByRole("link", { name: "Times" }).click();
  const field = page.getByRole("textbox", { name: "Own minutes: start the GitHub Actions job" });
  await expect(field).toHaveValue("");
  await expect(page.getByRole("link", { name: "docs.aws.amazon.com" }).first()).toBeVisible();

  await field.fill("soon");
  await saveButton(page).click();
  await expect(page.getByText("Write minutes as a number, such as 2.5.")).toBeVisible();
  await field.fill("41");
  await saveButton(page).click();
  await expect(page.getByText("Saved. New runs count with these figures")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("41");

  await page.goto("/");
  await page.getByRole("button", { name: /^hello-api/ }).click();
  await runButton(page).click();
  await waitUntilDone(page);
  const administrator = breakdownOf(page, "Administrator");
  await expect(administrator).toContainText("with own figures");
  await administrator.click();
  await expect(page.getByRole("row", { name: /sam build \(set by the team\) 41 min/ }).first()).toBeVisible();

  await page.getByRole("link", { name: "Times" }).click();
  await page.getByRole("button", { name: "Reset to 1 minute: start the GitHub Actions job" }).click();
  await saveButton(page).click();
  await expect(page.getByText("Saved. New runs count with these figures")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("");
});

test("a run is counted again with a figure of its own, for its readers too, and back", async ({ page, request }) => {
  test.setTimeout(180_000);
  const repeated = await request.get(`/api/runs/${await finishedRun(request)}`);
  const { input } = await repeated.json();
  const { templateText, stackName, region } = input;
  const created = await request.post("/api/runs", { data: { templateText, stackName: `${stackName}-times`, region } });
  await page.goto(`/runs/${createdRunSchema.parse(await created.json()).id}`);
  await waitUntilDone(page);
  const administrator = breakdownOf(page, "Administrator");
  await expect(administrator).not.toContainText("with own figures");
  const before = await administrator.innerText();
  const headline = page.getByRole("row", { name: /^Time to working/ });
  const headlineBefore = await headline.innerText();

  await page.getByText("Change the figures behind these minutes").click();
  await page.getByRole("textbox", { name: "Own minutes: attach one managed policy" }).fill("61,5");
  await saveButton(page).click();
  await expect(page.getByText("Saved. The minutes of this run were computed again.")).toBeVisible();
  await expect(administrator).toContainText("with own figures");
  await expect(administrator).toContainText("preparation 62");
  expect(await headline.innerText()).not.toBe(headlineBefore);

  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByRole("textbox", { name: "The link, shown this once" }).inputValue();
  await page.goto(new URL(address).pathname);
  await breakdownOf(page, "Administrator").click();
  await expect(page.getByRole("row", { name: /attach one managed policy \(set for this run\)/ })).toBeVisible();
  await expect(page.getByText("Change the figures behind these minutes")).toHaveCount(0);

  await page.goBack();
  await page.getByRole("link", { name: "Run again" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "attach one managed policy" })).toContainText("61.5 min");
  await page.getByRole("button", { name: "Remove attach one managed policy" }).click();
  await expect(page.getByText("Count with the earlier run's own minutes")).toHaveCount(0);

  await page.goBack();
  await page.getByText("Change the figures behind these minutes").click();
  await page.getByRole("button", { name: "Empty all fields" }).click();
  await saveButton(page).click();
  await expect(administrator).not.toContainText("with own figures");
  expect(await administrator.innerText()).toBe(before);
});

function saveButton(page: Page): Locator {
  return page.getByRole("button", { name: "Save the figures" });
}

/** A candidate's line under "Where the minutes go". */
function breakdownOf(page: Page, candidate: string): Locator {
  return page.locator("summary").filter({ hasText: candidate }).filter({ hasText: "working attempt" });
}
