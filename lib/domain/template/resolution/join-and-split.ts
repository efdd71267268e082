import { isJsonArray } from "../../json";
import { asText, type KnownArgument } from "./intrinsic";

export const resolveJoin: KnownArgument = (argument) => {
  if (!isJsonArray(argument) || argument.length !== 2) return undefined;
  const [delimiter, list] = argument;
  if (typeof delimiter !== "string" || !isJsonArray(list)) return undefined;
  const texts = list.map(asText);
  return texts.includes(undefined) ? undefined : texts.join(delimiter);
};

export const resolveSplit: KnownArgument = (argument) => {
  if (!isJsonArray(argument) || argument.length !== 2) return undefined;
  const [delimiter, text] = argument.map(asText);
  return delimiter === undefined || delimiter === "" || text === undefined ? undefined : text.split(delimiter);
};

export const resolveBase64: KnownArgument = (argument) => {
  const text = asText(argument);
  if (text === undefined) return undefined;
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
};
