import { expect, test } from "@playwright/test";

test("a connection that nobody uses is kept for longer than anybody pauses", async ({ request }) => {
  const answer = await request.get("/icon.svg");
  expect(answer.headers()["keep-alive"]).toBe("timeout=120");
});
