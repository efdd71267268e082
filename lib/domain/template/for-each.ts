import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import { asText } from "./resolution/intrinsic";
import type { ResolutionScope } from "./resolution/scope";
import { resolveValue } from "./resolve";

export interface ExpandedLoops {
  readonly document: JsonObject;
  readonly problems: readonly Problem[];
  /** Path of what a loop made → path of the loop's body in the template as written. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Unrolls every `Fn::ForEach`, wherever a map may hold one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function expandForEach(document: JsonObject, scope: ResolutionScope): ExpandedLoops {
  const unroller = new Unroller(scope);
  const entries = Object.entries(document).map(([name, section]): [string, Json] => {
    const loops = loopSections.has(name);
    return [
      name,
      loops ? unroller.unroll(section, { out: name, source: name, variables: new Map(), depth: 0 }) : section,
    ];
  });
  return { document: Object.fromEntries(entries), problems: unroller.problems, sources: unroller.sources };
}

const loopSections: ReadonlySet<string> = new Set(["Conditions", "Resources", "Outputs"]);

const loopKey = /^Fn::ForEach::[A-Za-z0-9]+$/;
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html */
const deepestNesting = 5;
/** Far more than a stack may hold, and few enough to be done with at once. */
const mostRounds = 5000;

/** Where we are: in the result, in the template as written, and inside which loops. */
interface Place {
  readonly out: string;
  readonly source: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly depth: number;
}

class Unroller {
  readonly problems: Problem[] = [];
  readonly sources = new Map<string, string>();
  readonly #scope: ResolutionScope;
  #rounds = 0;

  constructor(scope: ResolutionScope) {
    this.#scope = scope;
  }

  unroll(value: Json, place: Place): Json {
    if (typeof value === "string") return fillIn(value, place.variables);
    if (isJsonArray(value)) return value.map((entry, index) => this.unroll(entry, below(place, String(index))));
    if (!isJsonObject(value)) return value;
    const variable = loopVariable(value, place.variables);
    if (variable !== undefined) return variable;
    return Object.fromEntries(this.#unrollEntries(value, place));
  }

  #unrollEntries(map: JsonObject, place: Place): Map<string, Json> {
    const entries = new Map<string, Json>();
    const add = (key: string, value: Json) => {
      if (entries.has(key))
        this.#report("for-each-duplicate", `makes '${key}' twice. Use the loop's identifier in the key`, place);
      entries.set(key, value);
    };
    for (const [key, value] of Object.entries(map)) {
      if (loopKey.test(key)) for (const [made, body] of this.#unrollLoop(key, value, place)) add(made, body);
      else {
        const name = fillIn(key, place.variables);
        const at = { ...below(place, key), out: `${place.out}.${name}` };
        if (at.out !== at.source) this.sources.set(at.out, at.source);
        add(name, this.unroll(value, at));
      }
    }
    return entries;
  }

  #unrollLoop(key: string, loop: Json, place: Place): Map<string, Json> {
    const made = new Map<string, Json>();
    const here = below(place, key);
    const [identifier, written, body] = isJsonArray(loop) ? loop : [];
    if (typeof identifier !== "string" || written === undefined || !isJsonObject(body)) {
      this.#report("for-each-invalid", "takes a list of an identifier, a collection and a map", here);
      return made;
    }
    if (place.depth >= deepestNesting) {
      this.#report("for-each-too-deep", `is nested more than ${deepestNesting} deep. Flatten the loops`, here);
      return made;
    }
    const collection = this.#readCollection(written, here);
    for (const item of collection ?? []) {
      this.#rounds += 1;
      if (this.#rounds > mostRounds) break;
      const round: Place = {
        out: place.out,
        source: `${here.source}.2`,
        variables: new Map([...place.variables, [identifier, item]]),
        depth: place.depth + 1,
      };
      for (const [name, value] of this.#unrollEntries(body, round)) made.set(name, value);
    }
    if (this.#rounds > mostRounds)
      this.#report("for-each-too-large", "makes more than a stack can hold. Shorten its collections", here);
    return made;
  }

  #readCollection(written: Json, here: Place): string[] | null {
    const collection = resolveValue(this.unroll(written, below(here, "1")), this.#scope);
    const items = isJsonArray(collection) ? collection.map(asText) : null;
    if (items?.every((item) => item !== undefined)) return items;
    this.#report(
      "for-each-unknown",
      "needs a collection that is known before deployment: a list, or a list parameter",
      here,
    );
    return null;
  }

  #report(code: string, what: string, { source }: Place): void {
    const path = source;
    if (this.problems.some((problem) => problem.code === code && problem.path === path)) return;
    this.problems.push({ code, severity: "error", message: `Fn::ForEach at ${path} ${what}.`, path });
  }
}

function below(place: Place, key: string): Place {
  return { ...place, out: `${place.out}.${key}`, source: `${place.source}.${key}` };
}

/** `Ref` of a loop's identifier is the item itself. */
function loopVariable(value: JsonObject, variables: ReadonlyMap<string, string>): string | undefined {
  const { Ref: name } = value;
  return typeof name === "string" && Object.keys(value).length === 1 ? variables.get(name) : undefined;
}

/** `${Name}` is the item as it is; `&{Name}` its letters and digits only, fit for a logical id. */
function fillIn(text: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const item = variables.get(name);
    if (item === undefined) return whole;
    return sign === "&" ? item.replace(/[^A-Za-z0-9]/g, "") : item;
  });
}
