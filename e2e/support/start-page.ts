import { expect, type Locator, type Page } from "@playwright/test";

/** Drops a file onto the page as a user would from a folder. */
export async function dropTemplate(page: Page, fileName: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ""], name ?? ""));
      return data;
    },
    [fileName, text],
  );
  await page.getByRole("region", { name: "Template" }).dispatchEvent("drop", { dataTransfer: transfer });
}

export function runButton(page: Page): Locator {
  return page.getByRole("button", { name: "Run the comparison" });
}

/** Follows a run on its page until nothing works any more. */
export async function waitUntilDone(page: Page): Promise<void> {
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("region", { name: "Progress" })).toBeHidden({ timeout: 80_000 });
  await expect(page.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
}
