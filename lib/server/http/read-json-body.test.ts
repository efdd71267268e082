import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ApiFault } from "./api-fault";
import { readJsonBody } from "./read-json-body";

const schema = z.object({ text: z.string().min(3, "Write at least three letters."), more: z.unknown().optional() });

function post(body: string, type = "application/json"): Request {
  return new Request("http://localhost/api", { method: "POST", body, headers: { "content-type": type } });
}

async function faultOf(request: Request): Promise<ApiFault> {
  const fault: unknown = await readJsonBody(request, schema).catch((thrown: unknown) => thrown);
  if (!(fault instanceof ApiFault)) throw new Error("An ApiFault was expected.");
  return fault;
}

describe("readJsonBody", () => {
  it("returns the body in the contract's shape", async () => {
    expect(await readJsonBody(post('{"text": "abc", "other": 1}', "application/json; charset=utf-8"), schema)).toEqual({
      text: "abc",
    });
  });

  it.each([
    ["not JSON", '{"text": ', 400, "malformed-json"],
    ["a NUL character deep inside", '{"text": "abc", "more": [{"\\u0000": 1}]}', 400, "nul-character"],
    ["more than 2 MB", JSON.stringify({ text: "x".repeat(2 * 1024 * 1024) }), 413, "too-large"],
    ["not an object", "[1]", 422, "refused"],
  ])("refuses %s", async (_, body, status, code) => {
    const fault = await faultOf(post(body));
    expect([fault.status, fault.body.code]).toEqual([status, code]);
  });

  it("refuses what a form of another site could send", async () => {
    expect((await faultOf(post('{"text": "abc"}', "text/plain"))).status).toBe(415);
  });

  it("says which field is at fault, in the contract's words or with its name", async () => {
    const short = await faultOf(post('{"text": "a"}'));
    expect(short.body.problems).toMatchObject([{ field: "text", message: "Write at least three letters." }]);
    const missing = await faultOf(post("{}"));
    expect(missing.body.problems?.[0]?.message).toMatch(/^text: Invalid input: expected string/);
  });

  it("is not brought down by a body nested a hundred thousand deep", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await readJsonBody(post(`{"text": "abc", "more": ${deep}}`), schema)).toHaveProperty("more");
  });
});
