import type { JsonObject } from "../json";

/** A place in the text that the user gave, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A parsed template. `document` has every short tag in its long form (`!Sub x` is `{"Fn::Sub": "x"}`), merge keys and
 * anchors applied. `positions` answers where a dotted path (`Resources.Orders.Type`; list indexes are numbers) stands
 * in the text; a path that does not exist answers with its nearest ancestor that does.
 */
export interface Template {
  readonly document: JsonObject;
  readonly positions: PositionTable;
  /**
   * Dotted path → how a number was meant where JSON forgets it: `2.0` is a float in YAML, and the number 2 here. AWS's
   * transform hashes API definitions with the float's own spelling.
   */
  readonly floats?: ReadonlyMap<string, string>;
}

export interface PositionTable {
  find(path: string): Position | null;
}
