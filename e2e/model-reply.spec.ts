import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { runButton, waitUntilDone } from "./support/start-page";

const reply = readFileSync(path.join(import.meta.dirname, "../lib/data/recorded/hello-api/3-revise.json"), "utf8");

test("where no answer is recorded, the prompt is copied and the reply pasted", async ({ page, context }) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await page.getByRole("button", { name: /^hello-api/ }).click();
  await page.getByRole("textbox", { name: "Stack name" }).fill("hello-elsewhere");
  await expect(page.getByText("The recorded answer of the model holds for stack hello-api")).toBeVisible();
  await runButton(page).click();
  await waitUntilDone(page);
  const first = page.url();

  await page.getByRole("button", { name: "Copy the prompt, paste the reply" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Copy the prompt" }).first().click();
  await expect(dialog.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Stack name: hello-elsewhere");

  const field = dialog.getByRole("textbox", { name: "The model's reply" });
  await field.fill("Sorry, no.");
  await dialog.getByRole("button", { name: "Run with this reply" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill(reply);
  await dialog.getByRole("button", { name: "Run with this reply" }).click();
  await page.waitForURL((address) => address.href !== first);
  await waitUntilDone(page);
  await expect(page.getByRole("columnheader", { name: "LLM imported" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy the prompt, paste the reply" })).toHaveCount(0);
});

test("the team's own policy stands beside the approaches, and out of a link unless it is asked for", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await page.getByRole("button", { name: /^hello-api/ }).click();
  await page.getByText("Compare with your current policy").click();
  const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  await page.getByRole("textbox", { name: "The role's policy as JSON" }).fill(JSON.stringify(policy));
  await runButton(page).click();
  await waitUntilDone(page);
  await expect(page.getByRole("columnheader", { name: "Current policy" })).toBeVisible();

  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByRole("textbox", { name: "The link, shown this once" }).inputValue();
  const stranger = await browser.newContext();
  const shared = await stranger.newPage();
  await shared.goto(new URL(address).pathname);
  await expect(shared.getByRole("columnheader", { name: "Boundary" })).toBeVisible();
  await expect(shared.getByRole("columnheader", { name: "Current policy" })).toHaveCount(0);
  await stranger.close();
});
