import { expect, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";
import { readSample } from "./support/samples";
import { bundleOf } from "./support/template-repository";

const sample = readSample("hello-api");
const queue = "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n";

const bundle = bundleOf([
  { subject: "Begin with a queue", files: { "app/template.yaml": queue } },
  { subject: "Break it", files: { "app/template.yaml": "Resources: [" } },
  { subject: "Turn into the sample", files: { "app/template.yaml": sample, "jobs/jobs.yaml": queue } },
]);

test("a bundle's history is replayed, opens to what would have failed, and stands on a shared link", async ({
  page,
  request,
  browser,
}) => {
  test.setTimeout(240_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/history`);
  const chooser = page.getByLabel("Choose a history").last();

  await test.step("what is no history is refused with a sentence", async () => {
    await chooser.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
    await expect(page.getByText("neither a git bundle nor a zip archive")).toBeVisible();
  });

  await test.step("which template is asked where there are several", async () => {
    await chooser.setInputFiles({ name: "history.bundle", mimeType: "application/octet-stream", buffer: bundle });
    await page.getByRole("combobox", { name: "Which of its templates?" }).selectOption("app/template.yaml");
    await page.getByRole("button", { name: "Replay its history" }).click();
  });

  const history = page.getByRole("region", { name: "History of app/template.yaml" });
  await expect(history.getByText("2 of 2 deployments would have gone through").first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(history.getByText("1 rejected whatever the role").first()).toBeVisible();
  const table = history.getByRole("table");
  await expect(table.getByRole("row", { name: /Turn into the sample/ })).toContainText("this run's template");
  await expect(table.getByRole("row", { name: /Break it/ })).toContainText("rejected");
  await table
    .getByRole("link", { name: /fails|failed/ })
    .first()
    .click();
  await expect(page).toHaveURL(/version=\d/);
  await expect(table.getByText("is not authorized to perform").first()).toBeVisible();

  await page.getByRole("link", { name: "Resilience" }).click();
  await expect(
    page.getByRole("table", { name: "Resilience by source" }).getByRole("row", { name: /^History/ }),
  ).toContainText("2 of 2");

  await test.step("a stranger reads it by the link, and can add nothing", async () => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    const address = await page.getByRole("textbox", { name: "The link, shown this once" }).inputValue();
    const stranger = await browser.newContext();
    const shared = await stranger.newPage();
    await shared.goto(`${new URL(address).pathname}/history`);
    await expect(shared.getByText("2 of 2 deployments would have gone through").first()).toBeVisible();
    await expect(shared.getByRole("button", { name: /Remove/ })).toHaveCount(0);
    await expect(shared.getByLabel("Choose a history")).toHaveCount(0);
    await shared
      .getByRole("link", { name: /fails|failed/ })
      .first()
      .click();
    await expect(shared.getByText("is not authorized to perform").first()).toBeVisible();
    await stranger.close();
    await page.keyboard.press("Escape");
  });

  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("button", { name: /Remove/ }).click();
  await expect(history).toHaveCount(0);
});
