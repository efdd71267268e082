import { describe, expect, it } from "vitest";
import { formatPolicy } from "./format";
import { policySize } from "./size";

describe("formatPolicy", () => {
  it("prints the same text for the same policy, however it is written", () => {
    const one = formatPolicy({
      Statement: [
        {
          Resource: ["b", "a", "b"],
          Condition: { StringLike: { "z:z": ["2", "1"], "a:a": ["x"] }, Bool: { "a:b": true } },
          Action: ["s3:GetObject"],
          Effect: "Allow",
          Sid: "A",
        },
      ],
      Version: "2012-10-17",
    });
    const other = formatPolicy({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "A",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["a", "b"],
          Condition: { Bool: { "a:b": true }, StringLike: { "a:a": "x", "z:z": ["1", "2"] } },
        },
      ],
    });
    expect(one).toBe(other);
    expect(one.startsWith('{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "A",')).toBe(true);
  });
});

describe("policySize", () => {
  it("does not count white space between elements", () => {
    const document = { Version: "2012-10-17", Statement: [] };
    expect(policySize(document)).toBe('{"Version":"2012-10-17","Statement":[]}'.length);
  });
});
