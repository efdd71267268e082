import { devices, expect, type Page, test } from "@playwright/test";
import { finishedRun } from "./support/finished-run";

const attempt = "candidate=access-analyzer&attempt=7";

test("a refused attempt is stepped through from its upload to its end and on to the next", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/trial?${attempt}&step=1`);
  const steps = page.getByRole("region", { name: "Attempt 7, step by step" });
  await expect(steps.getByText("sam deploy uploads what the template refers to")).toBeVisible();
  await expect(steps.getByText("Nothing is printed yet.")).toBeVisible();
  const api = steps.getByRole("listitem").filter({ hasText: /^\S ServerlessRestApi,/ });
  await expect(api).toContainText("waiting");

  await steps.getByRole("button", { name: "Next step" }).click();
  await expect(page).toHaveURL(/step=2$/);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/step=3$/);
  await expect(steps.getByText("REVIEW_IN_PROGRESS")).toHaveCount(1);
  await page.keyboard.press("ArrowLeft");
  await expect(steps.getByText("Nothing is printed yet.")).toBeVisible();

  await test.step("at the refusal stand the request, who blocked it, and what lifts it", async () => {
    await steps.getByRole("button", { name: "Next refusal" }).click();
    await expect(api).toContainText("failed");
    await expect(
      steps.getByText("apigateway:POST is refused: ServerlessRestApi stops with CREATE_FAILED."),
    ).toBeVisible();
    await expect(steps.getByText("the identity policies, where nothing allows it")).toBeVisible();
    await expect(steps.getByText("aws:CalledViaFirst = cloudformation.amazonaws.com")).toBeVisible();
    await expect(steps.getByText("A new statement in the CI role's identity policy")).toBeVisible();
  });

  await test.step("the address opens the same step again", async () => {
    await page.reload();
    await expect(steps.getByText("apigateway:POST is refused")).toBeVisible();
  });

  await steps.getByRole("slider", { name: "Step" }).focus();
  await page.keyboard.press("End");
  await expect(steps.getByText("Attempt 7: the undoing was refused too")).toBeVisible();
  await expect(steps.getByRole("region", { name: "Stack events" })).toContainText(
    "The following resource(s) failed to delete: [GreetingLogs, GreetingFunction].",
  );
  await steps.getByText("The fix as a text difference").click();
  await expect(steps.getByText("+++ b/policy.json")).toBeVisible();

  await steps.getByRole("link", { name: "Attempt 8, with this fix" }).click();
  await expect(page).toHaveURL(/attempt=8&step=1$/);
  await expect(page.getByRole("region", { name: "Attempt 8, step by step" })).toBeVisible();
});

test.describe("on a phone", () => {
  const { viewport, hasTouch, isMobile, deviceScaleFactor } = devices["iPhone 13"];
  test.use({ viewport, hasTouch, isMobile, deviceScaleFactor });

  test("the steps fit and answer to touch, on a shared link too", async ({ page, request }) => {
    test.setTimeout(120_000);
    const id = await finishedRun(request);
    const made = await request.post(`/api/runs/${id}/share-links`, { data: {} });
    const { url }: { url: string } = await made.json();
    await page.goto(`${new URL(url).pathname}/trial?${attempt}&step=16`);
    const steps = page.getByRole("region", { name: "Attempt 7, step by step" });
    await steps.getByRole("button", { name: "Next refusal" }).tap();
    await expect(steps.getByText(/is refused/)).toBeVisible();
    expect(await excessWidth(page)).toBe(0);
  });
});

function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
