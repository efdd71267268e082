import { expect, type Page, test } from "@playwright/test";
import { readSample } from "./support/samples";
import { dropTemplate } from "./support/start-page";

test("a name that is being typed when the suggestion arrives stays as it is typed", async ({ page }) => {
  const release = await holdInspection(page);
  await page.goto("/");
  await dropTemplate(page, "hello-api.yaml", readSample("hello-api"));
  const field = page.getByRole("textbox", { name: "Stack name" });
  await field.pressSequentially("orders");
  release();
  await expect(page.getByText("no problem found")).toBeVisible();
  await field.pressSequentially("-test");
  await expect(field).toHaveValue("orders-test");
});

test("a suggestion waits while the field has the focus, and stands in it afterwards", async ({ page }) => {
  const release = await holdInspection(page);
  await page.goto("/");
  await dropTemplate(page, "hello-api.yaml", readSample("hello-api"));
  const field = page.getByRole("textbox", { name: "Stack name" });
  await field.focus();
  release();
  await expect(page.getByText("no problem found")).toBeVisible();
  await expect(field).toHaveValue("");
  await field.blur();
  await expect(field).toHaveValue("hello-api");
});

/** Holds the answers about the template back until the returned function is called. */
async function holdInspection(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/templates/inspect", async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}
