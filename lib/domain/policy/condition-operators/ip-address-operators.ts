import { joinParts } from "../policy-variables";
import { type ConditionOperator, withNegation } from "./operator";

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const ipAddressOperators: readonly ConditionOperator[] = withNegation(
  {
    name: "IpAddress",
    negated: false,
    wildcards: false,
    variables: false,
    kind: "IP address",
    compileValue: (parts) => {
      const range = parseRange(joinParts(parts));
      if (range === null) return null;
      return (text) => {
        const actual = parseRange(text);
        return actual === null ? null : contains(range, actual);
      };
    },
  },
  "NotIpAddress",
);

/** Sixteen-bit groups, most significant first (two of them for IPv4), and how many leading bits count. */
interface AddressRange {
  readonly groups: readonly number[];
  readonly prefix: number;
}

/** An address without a prefix is that address alone: /32, or /128 for IPv6. */
function parseRange(text: string): AddressRange | null {
  const [address, prefixText, ...rest] = text.split("/");
  if (address === undefined || rest.length > 0) return null;
  const groups = address.includes(":") ? parseIpv6(address) : parseIpv4(address);
  if (groups === null) return null;
  const bits = groups.length * 16;
  if (prefixText === undefined) return { groups, prefix: bits };
  if (!/^\d{1,3}$/.test(prefixText) || Number(prefixText) > bits) return null;
  return { groups, prefix: Number(prefixText) };
}

function parseIpv4(text: string): readonly number[] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return null;
  const bytes = match.slice(1).map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return bytes.some((byte) => byte > 255) ? null : [a * 256 + b, c * 256 + d];
}

function parseIpv6(text: string): readonly number[] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const head = parseGroups(halves[0] ?? "");
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? "") : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function parseGroups(text: string): readonly number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  for (const group of text.split(":")) {
    const embedded = group.includes(".") ? parseIpv4(group) : null;
    if (embedded !== null) groups.push(...embedded);
    else if (/^[0-9a-f]{1,4}$/i.test(group)) groups.push(Number.parseInt(group, 16));
    else return null;
  }
  return groups;
}

function contains(range: AddressRange, actual: AddressRange): boolean {
  if (range.groups.length !== actual.groups.length || actual.prefix < range.prefix) return false;
  return range.groups.every((group, index) => {
    const bits = Math.min(16, Math.max(0, range.prefix - index * 16));
    const mask = (0xffff << (16 - bits)) & 0xffff;
    return (group & mask) === ((actual.groups[index] ?? 0) & mask);
  });
}
