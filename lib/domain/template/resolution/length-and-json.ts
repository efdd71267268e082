import { isJsonArray, isJsonObject, type Json } from "../../json";
import { asText, isSymbolic, type KnownArgument } from "./intrinsic";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html */
export const resolveLength: KnownArgument = (argument) => (isJsonArray(argument) ? argument.length : undefined);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html */
export const resolveToJsonString: KnownArgument = (argument) => {
  if ((!isJsonArray(argument) && !isJsonObject(argument)) || isSymbolic(argument)) return undefined;
  return JSON.stringify(scalarsAsText(argument));
};

function scalarsAsText(value: Json): Json {
  if (isJsonArray(value)) return value.map(scalarsAsText);
  if (!isJsonObject(value)) return asText(value) ?? value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scalarsAsText(inner)]));
}
