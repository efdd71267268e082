import type { PositionTable } from "../../template/template";
import { isList, isMap, setEntry, type Value, type ValueMap } from "../value";
import { PyDict, PyFloat, type PyValue, TemplateText, textOf } from "./py-value";

/** Where a value stands in the template, to look up what the value itself does not say any more. */
export interface Place {
  readonly path: string;
  /** JavaScript lists number-like keys first; the text has their order. */
  readonly positions: PositionTable;
  /** See `Template.floats`. */
  readonly floats: ReadonlyMap<string, string>;
}

export function fromTemplate(value: Value, place?: Place): PyValue {
  if (typeof value === "string") return new TemplateText(value);
  if (isList(value)) return value.map((item, index) => fromTemplate(item, placeOf(place, String(index))));
  if (isMap(value)) return fromTemplateMap(value, place);
  return typeof value === "number" && isWrittenAsFloat(value, place) ? new PyFloat(value) : value;
}

function isWrittenAsFloat(value: number, place: Place | undefined): boolean {
  return Number.isInteger(value) && place?.floats.has(place.path) === true;
}

export function fromTemplateMap(value: ValueMap, place?: Place): PyDict {
  const dict = PyDict.empty();
  for (const key of keysAsWritten(value, place)) {
    dict.set(new TemplateText(key), fromTemplate(value[key] ?? null, placeOf(place, key)));
  }
  return dict;
}

const NUMBER_LIKE = /^(0|[1-9][0-9]*)$/;

function keysAsWritten(value: ValueMap, place: Place | undefined): string[] {
  const keys = Object.keys(value);
  if (place === undefined || keys.length < 2 || !NUMBER_LIKE.test(keys[0] ?? "")) return keys;
  const rank = (key: string) => {
    const position = place.positions.find(`${place.path}.${key}`);
    return position === null ? 0 : position.line * 1e6 + position.column;
  };
  return keys.sort((one, other) => rank(one) - rank(other));
}

function placeOf(place: Place | undefined, key: string): Place | undefined {
  return place && { ...place, path: `${place.path}.${key}` };
}

export function toValue(value: PyValue): Value {
  if (value instanceof TemplateText) return value.text;
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyDict) return toValueMap(value);
  return Array.isArray(value) ? value.map(toValue) : value;
}

export function toValueMap(dict: PyDict): ValueMap {
  const map: ValueMap = {};
  for (const [key, value] of dict.items()) setEntry(map, textOf(key), toValue(value));
  return map;
}
