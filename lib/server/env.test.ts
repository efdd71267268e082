import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const url = "postgresql://user@127.0.0.1:5432/app";

describe("parseEnv", () => {
  it("needs nothing but the database, and takes empty for unset", () => {
    expect(parseEnv({ DATABASE_URL: url, PUBLIC_URL: "", MODEL_API_KEY: "" })).toMatchObject({
      DATABASE_URL: url,
      MODEL_API_KEY: null,
    });
  });

  it("says in one sentence each what is missing or malformed", () => {
    expect(() => parseEnv({ MODEL_BASE_URL: "example" })).toThrow(
      /DATABASE_URL is not set\. MODEL_BASE_URL must be an address/,
    );
    expect(() => parseEnv({ DATABASE_URL: "mysql://x" })).toThrow(/must be a postgresql:\/\/ address/);
  });
});
