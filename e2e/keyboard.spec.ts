import { expect, type Locator, type Page, test } from "@playwright/test";
import { runButton, waitUntilDone } from "./support/start-page";

test("the main job needs no mouse", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await tabTo(page, page.getByRole("button", { name: /^hello-api/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("no problem found")).toBeVisible();
  await tabTo(page, runButton(page));
  await page.keyboard.press("Enter");
  await waitUntilDone(page);

  await tabTo(page, page.getByRole("link", { name: "Policies" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/policies$/);
  const full = page.getByRole("button", { name: /^Full document/ }).first();
  await tabTo(page, full);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(full).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: "Share" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Make a link" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "The link, shown this once" })).toHaveValue(/\/share\//);
});

/** Presses Tab until the place has the focus, as someone does who cannot point. */
async function tabTo(page: Page, place: Locator, key = "Tab"): Promise<void> {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(place).toBeFocused();
}
