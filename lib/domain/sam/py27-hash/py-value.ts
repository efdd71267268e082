import { Py27KeyOrder } from "./key-order";

/**
 * Values as the translator holds them while it edits an API definition. Deployment logical ids hash the printed form of
 * that definition, so two things that JSON does not have must be kept: which texts stem from the template (printed
 * `u'…'`) and which the transform made (`'…'`), and the key order of Python 2.7.
 */
export type PyValue = null | boolean | number | PyFloat | PyText | PyDict | PyValue[];

/** A plain string is text that the transform made. */
export type PyText = string | TemplateText;

/** Text that stems from the template or its parameters. */
export class TemplateText {
  constructor(readonly text: string) {}
}

/** A float without a fraction, `2.0`, which JavaScript would take for the integer 2. */
export class PyFloat {
  constructor(readonly value: number) {}
}

interface Entry {
  readonly key: PyText;
  readonly value: PyValue;
}

/** A mutable dict: ordered as Python 2.7 would, or (`made`) by insertion, as the dicts that the transform writes down. */
export class PyDict {
  private constructor(
    private readonly entries: Map<string, Entry>,
    private readonly order: Py27KeyOrder | null,
  ) {}

  static empty(): PyDict {
    return new PyDict(new Map(), new Py27KeyOrder());
  }

  /** A Python 2.7 dict filled key by key. */
  static of(values: Readonly<Record<string, PyValue>>): PyDict {
    const dict = PyDict.empty();
    for (const [key, value] of Object.entries(values)) dict.set(key, value);
    return dict;
  }

  static made(values: Readonly<Record<string, PyValue>>): PyDict {
    const dict = new PyDict(new Map(), null);
    for (const [key, value] of Object.entries(values)) dict.set(key, value);
    return dict;
  }

  get size(): number {
    return this.entries.size;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  get(key: string): PyValue | undefined {
    return this.entries.get(key)?.value;
  }

  /** An existing key stays the text that it first was, as in Python. */
  set(key: PyText, value: PyValue): void {
    const text = textOf(key);
    this.entries.set(text, { key: this.entries.get(text)?.key ?? key, value });
    this.order?.add(text);
  }

  /** `dict.setdefault(key, value)`. */
  setDefault(key: PyText, value: PyValue): PyValue {
    const existing = this.get(textOf(key));
    if (existing !== undefined) return existing;
    this.set(key, value);
    return value;
  }

  delete(key: string): void {
    this.entries.delete(key);
    this.order?.remove(key);
  }

  keys(): string[] {
    return this.order === null ? [...this.entries.keys()] : this.order.keys();
  }

  items(): [key: PyText, value: PyValue][] {
    return this.keys().flatMap((text) => {
      const entry = this.entries.get(text);
      return entry === undefined ? [] : [[entry.key, entry.value] satisfies [PyText, PyValue]];
    });
  }

  values(): PyValue[] {
    return this.items().map(([, value]) => value);
  }

  /** `dict.update(other)`. */
  update(other: PyDict): void {
    this.order?.merge(other.keys());
    for (const [key, value] of other.items()) this.set(key, value);
  }

  /** `dict.copy()`: shallow. */
  copy(): PyDict {
    if (this.order === null) return new PyDict(new Map(this.entries), null);
    const copy = new PyDict(new Map(), this.order.copy());
    for (const [key, value] of this.items()) copy.set(key, value);
    return copy;
  }

  /** `copy.deepcopy`: the keys are added one by one in their present order, which can change the order. */
  deepCopy(): PyDict {
    const copy = new PyDict(new Map(), this.order === null ? null : new Py27KeyOrder());
    for (const [key, value] of this.items()) copy.set(key, deepCopy(value));
    return copy;
  }
}

export function deepCopy(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(deepCopy);
  return value instanceof PyDict ? value.deepCopy() : value;
}

export function textOf(text: PyText): string {
  return typeof text === "string" ? text : text.text;
}

export function isText(value: PyValue | undefined): value is PyText {
  return typeof value === "string" || value instanceof TemplateText;
}

export function isDict(value: PyValue | undefined): value is PyDict {
  return value instanceof PyDict;
}

/** The entry of a dict; undefined for anything else, or where it is missing or None. */
export function entryOf(value: PyValue | undefined, key: string): PyValue | undefined {
  return value instanceof PyDict ? (value.get(key) ?? undefined) : undefined;
}

/** The text of a value, or undefined if it is none. */
export function readText(value: PyValue | undefined): string | undefined {
  return isText(value) ? textOf(value) : undefined;
}

/** `made` text that counts as the template's if the text that it was made from does. */
export function textLike(source: PyText, made: string): PyText {
  return typeof source === "string" ? made : new TemplateText(made);
}

/** Python's truth value: empty texts, lists and dicts, zero, None and missing values are false. */
export function isTruthy(value: PyValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof PyDict) return value.size > 0;
  if (value instanceof PyFloat) return value.value !== 0;
  return value instanceof TemplateText ? value.text !== "" : Boolean(value);
}

/** Python's `==`: neither key order nor the origin of texts counts. */
export function isEqual(one: PyValue, other: PyValue): boolean {
  if (isText(one) || isText(other)) return isText(one) && isText(other) && textOf(one) === textOf(other);
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((v, i) => isEqual(v, other[i] ?? null));
  }
  if (one instanceof PyDict) {
    if (!(other instanceof PyDict) || one.size !== other.size) return false;
    return one.keys().every((key) => other.has(key) && isEqual(one.get(key) ?? null, other.get(key) ?? null));
  }
  return numberOf(one) === numberOf(other);
}

function numberOf(value: PyValue): PyValue {
  return value instanceof PyFloat ? value.value : value;
}
