import { expect, it } from "vitest";
import { readPlainScalar } from "./yaml-scalars";

it.each([
  ["", null],
  ["~", null],
  ["null", null],
  ["yes", true],
  ["Off", false],
  ["y", "y"],
  ["0", 0],
  ["-12", -12],
  ["1_000", 1000],
  ["010", 8],
  ["08", "08"],
  ["0x1F", 31],
  ["0b101", 5],
  ["0o17", "0o17"],
  ["20:30", 1230],
  ["1.5", 1.5],
  [".5", 0.5],
  ["5.", 5],
  ["1.5e+3", 1500],
  ["1e3", "1e3"],
  ["3.10", 3.1],
  ["2012-10-17", "2012-10-17"],
  ["12345678901234567890", "12345678901234567890"],
  [".inf", ".inf"],
  ["-", "-"],
  ["AWS::SQS::Queue", "AWS::SQS::Queue"],
])("reads %s as YAML 1.1 does", (text, value) => {
  expect(readPlainScalar(text)).toEqual(value);
});
