import { expect, test } from "@playwright/test";

test("a chosen theme holds over a reload, and Auto follows the system again", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: /^Theme: Auto/ }).click();
  await page.getByRole("button", { name: /^Theme: Light/ }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.getByRole("button", { name: /^Theme: Dark/ }).click();
  expect(await paper()).toBe(light);
});
