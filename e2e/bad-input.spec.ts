import { expect, test } from "@playwright/test";
import { readSample } from "./support/samples";
import { dropTemplate, runButton } from "./support/start-page";

const bombLines = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name, index, names) =>
  index === 0
    ? `${name}: &${name} [x, x, x, x, x, x, x, x, x]`
    : `${name}: &${name} [${Array(9).fill(`*${names[index - 1]}`)}]`,
);

const refused = [
  { name: "text that is not YAML", text: "Resources:\n  Orders: [unclosed\n  Type: {", line: /line \d/ },
  { name: "a template without resources", text: "AWSTemplateFormatVersion: '2010-09-09'\n", line: null },
  { name: "an alias bomb", text: `${bombLines.join("\n")}\nResources: *i\n`, line: null },
  { name: "a type that is not text", text: "Resources:\n  Orders:\n    Type: [1, 2]\n", line: /line 3/ },
  {
    name: "two megabytes",
    text: `Description: >\n${"  words words words words words words words\n".repeat(50_000)}Resources: {}\n`,
    line: null,
  },
];

for (const { name, text, line } of refused) {
  test(`${name} is refused with a sentence, and stays on the page`, async ({ page }) => {
    const failures: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
    });
    await page.goto("/");
    await dropTemplate(page, "template.yaml", text);
    const section = page.getByRole("region", { name: "Template" });
    await expect(section.getByText(/✕ error|larger than 2 MB/).first()).toBeVisible({ timeout: 30_000 });
    if (line) await expect(section.getByRole("button", { name: line }).first()).toBeVisible();

    await runButton(page).click();
    await expect(runButton(page).locator("xpath=preceding-sibling::*[@role='alert']")).toContainText(/\w/);
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("heading", { name: "template.yaml" })).toBeVisible();
    expect(failures).toEqual([]);
  });
}

test("a stack name that CloudFormation refuses is named at its field, and nothing typed is lost", async ({ page }) => {
  await page.goto("/");
  await dropTemplate(page, "hello-api.yaml", readSample("hello-api"));
  const stackName = page.getByRole("textbox", { name: "Stack name" });
  await expect(stackName).toHaveValue("hello-api");
  await stackName.fill("1_orders");
  await expect(page.getByText("CloudFormation takes stack names of letters, digits and hyphens")).toBeVisible();
  await page.getByRole("textbox", { name: "Account (optional)" }).focus();
  await runButton(page).click();
  await expect(stackName).toBeFocused();
  await expect(page).toHaveURL("/");
  await page.reload();
  await expect(stackName).toHaveValue("1_orders");
  await expect(page.getByRole("heading", { name: "hello-api.yaml" })).toBeVisible();
});

test("a pasted reply without a policy is named at its field", async ({ page }) => {
  await page.goto("/");
  await dropTemplate(page, "hello-api.yaml", readSample("hello-api"));
  await page.getByText("Bring a model's reply").click();
  const reply = page.getByRole("textbox", { name: "The reply as it is" });
  await reply.fill("I would rather not write a policy.");
  await runButton(page).click();
  await expect(reply).toHaveAttribute("aria-invalid", "true");
  await expect(reply).toHaveAccessibleDescription(/policy/);
  await expect(reply).toHaveValue("I would rather not write a policy.");
});

test("addresses that lead nowhere say so", async ({ page }) => {
  for (const [address, heading] of [
    ["/runs/00000000-0000-4000-8000-00000000ffff", "There is no such run"],
    ["/runs/nonsense", "There is no such run"],
    [`/share/${"x".repeat(43)}`, "This link does not open a run"],
    ["/nowhere", "There is no page at this address"],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  }
});
