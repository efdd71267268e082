import { expect, test } from "@playwright/test";
import { readSample } from "./support/samples";
import { dropTemplate, runButton, waitUntilDone } from "./support/start-page";

test("from a dropped template to a shared link, and its end", async ({ page, browser }) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await dropTemplate(page, "order-pipeline.yaml", readSample("order-pipeline"));
  await expect(page.getByText("15 resources, no problem found.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Stack name" })).toHaveValue("order-pipeline");
  await page.getByRole("combobox", { name: "Region" }).selectOption("ap-northeast-1");
  await page.getByRole("textbox", { name: "AlertEmail String" }).fill("orders@example.com");
  await runButton(page).click();
  await waitUntilDone(page);

  const scores = page.getByRole("table", { name: "Scores of every candidate" });
  for (const column of ["Access Analyzer", "LLM", "Boundary", "Administrator"]) {
    await expect(scores.getByRole("columnheader", { name: column })).toBeVisible();
  }
  for (const row of ["Time to working", "Actions granted", "Resilience", "Exposure paths"]) {
    await expect(scores.getByRole("row", { name: row })).toContainText(/\d/);
  }

  await test.step("the tabs show what is behind the scores", async () => {
    await page.getByRole("link", { name: "Policies" }).click();
    await expect(page.getByRole("heading", { name: "Identity policies", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Working" }).click();
    await expect(page).toHaveURL(/show=working/);
    await page
      .getByRole("button", { name: /^Full document/ })
      .first()
      .click();
    await expect(page.getByRole("dialog").getByText('"Version"').first()).toBeVisible();
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: "Trial" }).click();
    await expect(page.getByText("is not authorized to perform").first()).toBeVisible();

    await page.getByRole("link", { name: "Resilience" }).click();
    const matrix = page.getByRole("table", { name: "Template changes by candidate" });
    await matrix
      .getByRole("link", { name: /fails|failed/ })
      .first()
      .click();
    await expect(page).toHaveURL(/change=/);
    await expect(matrix.getByText("is not authorized to perform").first()).toBeVisible();

    await page.getByRole("link", { name: "Exposure" }).click();
    await expect(page.getByText("Granted but not needed, by service").first()).toBeVisible();

    await page.getByRole("link", { name: /^Requests/ }).click();
    await page.getByRole("searchbox").fill("cloudformation:CreateChangeSet transform");
    await expect(page.getByText(/^[1-9]\d* requests? of/)).toBeVisible();

    await page.getByRole("link", { name: "Template", exact: true }).click();
    await expect(page.getByText("order-pipeline.yaml").first()).toBeVisible();
  });

  const address = await test.step("a link is made", async () => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    return page.getByRole("textbox", { name: "The link, shown this once" }).inputValue();
  });

  await test.step("the link opens for a stranger, who can change nothing", async () => {
    const stranger = await browser.newContext();
    const shared = await stranger.newPage();
    await shared.goto(new URL(address).pathname);
    await expect(shared.getByRole("heading", { name: "order-pipeline" })).toBeVisible();
    await expect(shared.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
    await expect(shared.getByRole("button", { name: "Share" })).toHaveCount(0);
    await shared.getByRole("link", { name: "Resilience" }).click();
    await expect(shared.getByRole("table", { name: "Template changes by candidate" })).toBeVisible();

    await page.getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("button", { name: "Revoke" })).toHaveCount(0);
    const answer = await shared.goto(new URL(address).pathname);
    expect(answer?.status()).toBe(404);
    await expect(shared.getByRole("heading", { name: "This link does not open a run" })).toBeVisible();
    await stranger.close();
  });
});

test("a run stands in the history and can be run again with a change", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("button", { name: /^hello-api/ }).click();
  const stackName = `hello-${Date.now()}`;
  await page.getByRole("textbox", { name: "Stack name" }).fill(stackName);
  await runButton(page).click();
  await waitUntilDone(page);
  await expect(page.getByRole("definition").filter({ hasText: "Copy the prompt, paste the reply" })).toBeVisible();

  await page.getByRole("link", { name: "Runs" }).click();
  await page.getByRole("searchbox").fill(stackName);
  await page.getByRole("link", { name: stackName }).click();
  await page.getByRole("link", { name: "Run again" }).click();
  await expect(page.getByRole("textbox", { name: "Stack name" })).toHaveValue(stackName);
  await expect(page.getByRole("heading", { name: "hello-api.yaml" })).toBeVisible();
});
