import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { respondWithJson } from "./respond-with-json";

const long = { text: "arn:aws:s3:::bucket ".repeat(1000) };

async function respond(acceptEncoding: string, body: unknown) {
  return respondWithJson(new Request("http://localhost/", { headers: { "accept-encoding": acceptEncoding } }), body);
}

describe("respondWithJson", () => {
  it("compresses for whoever takes it", async () => {
    const response = await respond("br, gzip", long);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(1000);
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(long);
  });

  it.each([
    ["identity", long],
    ["gzip", { text: "short" }],
  ])("leaves it as it is for %s", async (encoding, body) => {
    const response = await respond(encoding, body);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.json()).toEqual(body);
  });
});
