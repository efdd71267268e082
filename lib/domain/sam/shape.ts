import { invalidResource } from "./fault";
import { isList, isMap, type Value, type ValueMap } from "./value";

/** Where a nested value stands: below `Properties` of the resource. */
interface ShapePlace {
  readonly logicalId: string;
  readonly path: string;
}

/** Reads a nested value as the transform's schema has it: returns it, cleaned up, or throws the fault that names it. */
export type Shape = (value: Value, place: ShapePlace) => Value;

/** A field of {@link fields}. */
interface Field {
  readonly required: boolean;
  readonly shape: Shape;
}

export const anyShape: Shape = (value) => value;

export function requiredField(shape: Shape = anyShape): Field {
  return { required: true, shape };
}

export function optionalField(shape: Shape = anyShape): Field {
  return { required: false, shape };
}

/** A map with these fields and no others; fields that are null are left out. */
export function fields(table: Readonly<Record<string, Field>>): (value: Value, place: ShapePlace) => ValueMap {
  return (value, place) => {
    const read: ValueMap = {};
    for (const [name, entry] of Object.entries(readMap(value, place))) {
      const field = Object.hasOwn(table, name) ? table[name] : undefined;
      if (!field) throw misfit(below(place, name), "is no property of this kind. Remove it or correct its name");
      if (entry !== null) read[name] = field.shape(entry, below(place, name));
    }
    for (const [name, field] of Object.entries(table)) {
      if (field.required && !Object.hasOwn(read, name)) throw misfit(below(place, name), "is required");
    }
    return read;
  };
}

export function listShape(shape: Shape): Shape {
  return (value, place) => {
    if (!isList(value)) throw misfit(place, "must be a list");
    return value.map((entry, index) => shape(entry, below(place, String(index))));
  };
}

export function mapShape(shape: Shape): Shape {
  return (value, place) => {
    const entries = Object.entries(readMap(value, place));
    return Object.fromEntries(entries.map(([key, entry]) => [key, shape(entry, below(place, key))]));
  };
}

/** A map, which may be an intrinsic, is let through. */
export function orIntrinsic(shape: Shape): Shape {
  return (value, place) => mapOfPairs(value) ?? shape(value, place);
}

function readMap(value: Value, place: ShapePlace): ValueMap {
  const map = mapOfPairs(value);
  if (map === null) throw misfit(place, "must be a map");
  return map;
}

/** The transform's schema takes a list of pairs for a map, as Python's `dict` does; texts of two characters are pairs. */
function mapOfPairs(value: Value): ValueMap | null {
  if (isMap(value)) return value;
  if (value === "") return {};
  if (!isList(value)) return null;
  const pairs: [string, Value][] = [];
  for (const entry of value) {
    const [key, item, ...more] = isMap(entry)
      ? Object.keys(entry)
      : isList(entry) || typeof entry === "string"
        ? entry
        : [];
    if (typeof key !== "string" || item === undefined || more.length > 0) return null;
    pairs.push([key, item]);
  }
  return Object.fromEntries(pairs);
}

export const givenShape: Shape = (value, place) => {
  if (value === null) throw misfit(place, "is required");
  return value;
};

/** Numbers are read as text, and so are booleans, in Python's spelling. */
export const textShape: Shape = (value, place) => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  throw misfit(place, "must be a string");
};

/** Numbers in text are read as numbers; Python counts `true` as 1. */
export const numberShape: Shape = (value, place) => {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (isScalar(value) && !Number.isNaN(number)) return number;
  throw misfit(place, "must be a number");
};

/** A number's fraction is cut off; a text with a fraction is refused. */
export const integerShape: Shape = (value, place) => {
  if (typeof value === "string" && !/^\s*[+-]?\d+\s*$/.test(value)) throw misfit(place, "must be an integer");
  return Math.trunc(Number(numberShape(value, place)));
};

function isScalar(value: Value): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export const booleanShape: Shape = (value, place) => {
  const text = typeof value === "string" ? value.toLowerCase() : value;
  if ([true, 1, "1", "on", "t", "true", "y", "yes"].some((option) => option === text)) return true;
  if ([false, 0, "0", "off", "f", "false", "n", "no"].some((option) => option === text)) return false;
  throw misfit(place, "must be true or false");
};

export function enumShape(...options: readonly string[]): Shape {
  return (value, place) => {
    if (typeof value === "string" && options.includes(value)) return value;
    throw misfit(place, `must be one of ${options.join(", ")}`);
  };
}

function below({ logicalId, path }: ShapePlace, name: string): ShapePlace {
  return { logicalId, path: path === "" ? name : `${path}.${name}` };
}

function misfit({ logicalId, path }: ShapePlace, what: string): Error {
  return invalidResource(logicalId, `'${path}' ${what}.`, path === "" ? "Properties" : `Properties.${path}`);
}
