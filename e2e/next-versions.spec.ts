import { expect, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";
import { readSample } from "./support/samples";
import { runButton, waitUntilDone } from "./support/start-page";

const sample = readSample("hello-api");
const asFile = (name: string, text: string) => ({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
const withStateMachine = `${sample.replace(/^Resources:$/m, "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::123456789012:role/flow\n      DefinitionString: '{}'")}`;

test("a later version is tried with every candidate of a finished run, and opens to what is refused", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/resilience`);
  await page
    .getByLabel("Try a later version")
    .last()
    .setInputFiles([asFile("flow.yaml", withStateMachine), asFile("broken.yaml", "Resources: [")]);

  const table = page.getByRole("table", { name: "Next versions by candidate" });
  const row = table.getByRole("row", { name: /flow\.yaml/ });
  await expect(row.getByRole("cell").filter({ hasText: "deploys" }).first()).toBeVisible({ timeout: 60_000 });
  const broken = table.getByRole("row", { name: /broken\.yaml/ });
  await expect(broken.getByText("rejected").first()).toBeVisible({ timeout: 60_000 });

  await row.getByRole("link", { name: /fails/ }).first().click();
  await expect(page).toHaveURL(/version=1/);
  await expect(table.getByText("states:CreateStateMachine").first()).toBeVisible();
  await expect(table.getByRole("heading", { name: "Fix" }).first()).toBeVisible();
  await expect(table.getByText("+ Flow:").last()).toBeVisible();

  const sources = page.getByRole("table", { name: "Resilience by source" });
  await expect(sources.getByRole("row", { name: /^Next versions/ })).toContainText(/of 1/);

  await table.getByRole("button", { name: /Remove flow\.yaml/ }).click();
  await expect(table).toHaveCount(0);
});

test("later versions are given with the template, and tried when the run is done", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await page.getByRole("button", { name: /^hello-api/ }).click();
  await page.getByText("Try later versions of the template too").click();
  await page
    .getByLabel("Choose later versions")
    .last()
    .setInputFiles([asFile("flow.yaml", withStateMachine)]);
  await expect(page.getByText("flow.yaml").first()).toBeVisible();
  await runButton(page).click();
  await waitUntilDone(page);
  await page.getByRole("link", { name: "Resilience" }).click();
  const table = page.getByRole("table", { name: "Next versions by candidate" });
  await expect(table.getByText("fails").first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Run again" }).click();
  await expect(page.getByRole("button", { name: "Remove flow.yaml" })).toBeVisible();
});
