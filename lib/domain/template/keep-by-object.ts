import { isJsonObject, type Json, type JsonObject } from "../json";

/** A function of JSON that answers once for each object. Only for what depends on nothing but the value. */
export function keepByObject<T>(answer: (value: Json) => T): (value: Json) => T {
  const known = new WeakMap<JsonObject, { readonly answer: T }>();
  return (value) => {
    if (!isJsonObject(value)) return answer(value);
    const kept = known.get(value) ?? { answer: answer(value) };
    known.set(value, kept);
    return kept.answer;
  };
}
