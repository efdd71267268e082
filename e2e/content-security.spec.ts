import { expect, test } from "@playwright/test";

for (const path of ["/", "/runs"]) {
  test(`${path} needs nothing that its content security policy forbids`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    const response = await page.goto(path, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    expect(response?.headers()["content-security-policy"]).toContain("default-src 'self'");
    expect(complaints).toEqual([]);
  });
}

test("every request of the start page goes to this program", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  await page.goto("/", { waitUntil: "networkidle" });
  expect(elsewhere).toEqual([]);
});
