import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAiCompatibleProvider } from "./openai-compatible";

interface Asked {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

let server: Server;
let baseUrl: string;
let asked: Asked[];
let failAfter: number;
const never = new AbortController().signal;

/** A stand-in for a provider, at the other end of a real connection. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { url, headers } = request;
    asked.push({ url, authorization: headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.statusCode = asked.length > failAfter ? 500 : 200;
    const message = { role: "assistant", content: `answer ${asked.length}` };
    response.end(JSON.stringify({ model: "example-1", choices: [{ message }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server listens on a port.");
  baseUrl = `http://127.0.0.1:${address.port}/v1/`;
});

beforeEach(() => {
  asked = [];
  failAfter = Number.POSITIVE_INFINITY;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const provider = () => openAiCompatibleProvider({ baseUrl, apiKey: "key", model: "example" });

describe("openAiCompatibleProvider", () => {
  it("asks each prompt after the answers before it", async () => {
    const replies = await provider().converse(["draft", "review"], never);
    expect(replies.map(({ text, evidence }) => [text, evidence])).toEqual([
      ["answer 1", "measured"],
      ["answer 2", "measured"],
    ]);
    expect(replies[0]?.origin).toMatch(/^example-1, \d{4}-\d\d-\d\d, prompts version 1$/);
    expect(asked[1]).toEqual({
      url: "/v1/chat/completions",
      authorization: "Bearer key",
      body: {
        model: "example",
        messages: [
          { role: "user", content: "draft" },
          { role: "assistant", content: "answer 1" },
          { role: "user", content: "review" },
        ],
      },
    });
  });

  it("returns what there is when the provider fails on the way", async () => {
    failAfter = 1;
    expect(await provider().converse(["draft", "review", "revise"], never)).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it("throws when it is told to stop", async () => {
    await expect(provider().converse(["draft"], AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
  });
});
