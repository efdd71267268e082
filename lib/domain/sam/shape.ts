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
    if (!isMap(value)) throw misfit(place, "must be a map");
    const read: ValueMap = {};
    for (const [name, entry] of Object.entries(value)) {
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
    if (!isMap(value)) throw misfit(place, "must be a map");
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shape(entry, below(place, key))]));
  };
}

/** A map, which may be an intrinsic, is let through. */
export function orIntrinsic(shape: Shape): Shape {
  return (value, place) => (isMap(value) ? value : shape(value, place));
}

/** Numbers are read as text. */
export const textShape: Shape = (value, place) => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw misfit(place, "must be a string");
};

/** Numbers in text are read as numbers. */
export const numberShape: Shape = (value, place) => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && !Number.isNaN(number)) return number;
  throw misfit(place, "must be a number");
};

/** A fraction is cut off. */
export const integerShape: Shape = (value, place) => {
  const number = numberShape(value, place);
  return typeof number === "number" ? Math.trunc(number) : number;
};

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
