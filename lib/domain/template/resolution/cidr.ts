import { isJsonArray } from "../../json";
import { asText, type KnownArgument } from "./intrinsic";

/**
 * `count` blocks, each of `cidrBits` host bits, from the start of the block.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export const resolveCidr: KnownArgument = (argument) => {
  const [block, count, bits] = isJsonArray(argument) ? argument.map(asText) : [];
  return divide(block ?? "", Number(count), bits === undefined ? null : Number(bits));
};

function divide(block: string, count: number, hostBits: number | null): string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (!match || !Number.isInteger(count) || count < 1 || count > 256) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  const bits = hostBits ?? 32 - prefix - Math.ceil(Math.log2(count));
  if (!Number.isInteger(bits) || bits < 0 || bits > 32 - prefix || count > 2 ** (32 - prefix - bits)) return undefined;
  const size = 2 ** (32 - prefix);
  const start = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return Array.from({ length: count }, (_, index) => `${dotted(start + index * 2 ** bits)}/${32 - bits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
