import { expect, type Locator, type Page, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";

/** A failed deployment under GitHub Actions: the first refusal is predicted, the key is in no template. */
const failedLog = [
  "2026-03-02T10:15:01.1234567Z ##[group]Run sam deploy --no-confirm-changeset",
  "2026-03-02T10:15:31.1234567Z CREATE_FAILED  AWS::Lambda::Function  GreetingFunction  User: arn:aws:sts::123456789012:assumed-role/acme-deploy/GitHubActions is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/hello-api-GreetingFunctionRole-1A2B3C because no identity-based policy allows the iam:PassRole action",
  "2026-03-02T10:15:32.1234567Z CREATE_FAILED  AWS::KMS::Key  NobodysKey  User: arn:aws:sts::123456789012:assumed-role/acme-deploy/GitHubActions is not authorized to perform: kms:CreateKey on resource: *",
  "2026-03-02T10:17:31.1234567Z ROLLBACK_COMPLETE  AWS::CloudFormation::Stack  hello-api  -",
  "2026-03-02T10:18:01.1234567Z ##[error]Process completed with exit code 1.",
].join("\n");

test("what really happened stands beside what was predicted, on the page and on a shared link", async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/trial`);
  const scores = page.getByRole("table", { name: "Scores of every candidate" });
  const attempts = page.getByRole("region", { name: "Real attempts, Access Analyzer" });
  await expect(scores.getByRole("row", { name: "real minutes" })).toHaveCount(0);

  await test.step("a failed log is pasted, and read while it is", async () => {
    const dialog = await openDialog(page, attempts);
    await expect(dialog.getByRole("button", { name: "Record the attempt" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "Log, if you have it" }).fill(failedLog);
    const reading = dialog.getByRole("region", { name: "What is read in the log" });
    await expect(reading).toContainText("Ended: creation rolled back (line 4). Took 3 min. 2 refusals.");
    await expect(reading.getByRole("listitem")).toContainText([/line 2.*iam:PassRole/, /line 3.*kms:CreateKey/]);
    await dialog.getByRole("combobox", { name: "Policies deployed" }).selectOption({ label: "As proposed" });
    await dialog.getByRole("button", { name: "Record the attempt" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("it stands under its candidate, refusal by refusal", async () => {
    await expect(attempts.getByText("It has not gone through yet: 1 failed attempt so far.")).toBeVisible();
    const entry = attempts.getByRole("listitem").filter({ hasText: "from a pasted log" });
    await expect(entry).toContainText(/creation rolled back\s*3 min ◐/);
    await expect(entry).toContainText("Compared with what is predicted for the policies as proposed: attempt 1");
    await expect(entry.getByRole("listitem").filter({ hasText: "iam:PassRole" })).toContainText(
      /✓ predicted in attempt \d/,
    );
    await expect(entry.getByRole("listitem").filter({ hasText: "kms:CreateKey" })).toContainText("✕ not predicted");
    await expect(scores.getByRole("row", { name: "real minutes" })).toContainText("open");
    await expect(scores.getByRole("row", { name: "real failed attempts" })).toContainText("1 so far");
    const log = await request.get((await entry.getByRole("link", { name: "Log" }).getAttribute("href")) ?? "");
    expect(await log.text()).toBe(failedLog);
  });

  await test.step("a complete one is recorded by hand, with the keyboard", async () => {
    const dialog = await openDialog(page, attempts);
    await dialog.getByRole("combobox", { name: "How it ended" }).selectOption({ label: "Creation went through" });
    await dialog.getByRole("textbox", { name: "Minutes" }).fill("many");
    await expect(dialog.getByText("Write minutes as a number, as in 4.5.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Minutes" }).fill("6.5");
    await dialog.getByRole("textbox", { name: "Minutes" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(attempts.getByText(/It went through in attempt 2, after 1 failed attempt and \d+ min/)).toBeVisible();
    await expect(scores.getByRole("row", { name: "real minutes" })).toContainText("measured");
    await expect(scores.getByRole("row", { name: /^Time to working/ })).toContainText("measured");
  });

  await test.step("a workflow's steps can be copied, with this page's address", async () => {
    const dialog = await openDialog(page, attempts);
    await dialog.getByText("Or let a GitHub workflow record every attempt").click();
    await expect(dialog).toContainText(`/api/runs/${id}/attempts?candidate=access-analyzer`);
    await page.keyboard.press("Escape");
  });

  await test.step("a reader of a shared link sees figures and refusals, and can change nothing", async () => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    const address = await page.getByRole("textbox", { name: "The link, shown this once" }).inputValue();
    await page.keyboard.press("Escape");
    const stranger = await browser.newContext();
    const shared = await stranger.newPage();
    await shared.goto(`${new URL(address).pathname}/trial`);
    const read = shared.getByRole("region", { name: "Real attempts, Access Analyzer" });
    await expect(read.getByText("kms:CreateKey")).toBeVisible();
    await expect(shared.getByRole("row", { name: "real minutes" })).toContainText("measured");
    await expect(shared.getByRole("button", { name: /Record a real attempt|Delete/ })).toHaveCount(0);
    await expect(read.getByRole("link", { name: "Log" })).toHaveCount(0);
    expect(await shared.content()).not.toContain("acme-deploy");
    await stranger.close();
  });

  await test.step("both are deleted, and the predicted figures stand alone again", async () => {
    for (const number of [2, 1]) {
      await attempts.getByRole("button", { name: `Delete attempt ${number}`, exact: true }).click();
      const confirm = attempts.getByRole("button", { name: `Delete attempt ${number} and its log` });
      await confirm.click();
      await expect(confirm).toHaveCount(0);
    }
    await expect(scores.getByRole("row", { name: "real minutes" })).toHaveCount(0);
    await expect(attempts.getByRole("heading", { name: "Real attempts" })).toHaveCount(0);
  });
});

async function openDialog(page: Page, attempts: Locator): Promise<Locator> {
  await attempts.getByRole("button", { name: "Record a real attempt with Access Analyzer" }).click();
  return page.getByRole("dialog", { name: "A real attempt: Access Analyzer" });
}
