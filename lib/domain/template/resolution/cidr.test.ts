import { expect, it } from "vitest";
import { resolveCidr } from "./cidr";
import { emptyScope } from "./scope";

it.each([
  [
    ["192.168.0.0/24", 6, 5],
    ["192.168.0.0/27", "192.168.0.32/27", "192.168.0.64/27", "192.168.0.96/27", "192.168.0.128/27", "192.168.0.160/27"],
  ],
  [
    ["10.0.5.7/16", "2", "8"],
    ["10.0.0.0/24", "10.0.1.0/24"],
  ],
  [["255.255.255.0/24", 1, 8], ["255.255.255.0/24"]],
])("divides %j", (argument, blocks) => {
  expect(resolveCidr(argument, emptyScope)).toEqual(blocks);
});

it.each([
  [["10.0.0.0/33", 1, 8]],
  [["10.0.0.300/16", 1, 8]],
  [["10.0.0.0/24", 2, 8]],
  [["10.0.0.0/16", 257, 4]],
  [["fd00::/56", 1, 64]],
  ["text"],
])("leaves %j undecided", (argument) => {
  expect(resolveCidr(argument, emptyScope)).toBeUndefined();
});
