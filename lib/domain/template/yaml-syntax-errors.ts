import type { YAMLParseError } from "yaml";
import type { Problem } from "../problem";
import type { YamlSource } from "./yaml-source";

/** The first few errors of the YAML reader, in sentences; later ones are mostly consequences of the first. */
export function explainSyntaxErrors({ errors, positionOf }: YamlSource): Problem[] {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const shown = exhausted === undefined ? errors.slice(0, mostShown) : [exhausted];
  return shown.map((error) => {
    const { line, column } = positionOf(error.pos[0]);
    return { severity: "error", ...explain(error, `Line ${line}, column ${column}`), line, column };
  });
}

const mostShown = 5;

function explain(error: YAMLParseError, where: string): { code: string; message: string } {
  if (error.code === "RESOURCE_EXHAUSTION")
    return { code: "too-deep", message: `${where}: the values are nested too deeply to be read.` };
  if (error.code === "BAD_INDENT" || error.code === "BAD_PROP_ORDER") {
    const hint = "Align it with the entries it belongs to, and close every bracket.";
    return { code: "bad-indentation", message: `${where}: the indentation does not fit the lines above. ${hint}` };
  }
  if (error.code === "MULTIPLE_DOCS") {
    return { code: "yaml-syntax", message: `${where}: a second document begins here. Keep one template in the file.` };
  }
  return { code: "yaml-syntax", message: `${where}: this is no valid YAML (${firstSentence(error.message)}).` };
}

function firstSentence(message: string): string {
  const [first = ""] = message.split("\n");
  return first.replace(/[.:]$/, "").slice(0, 120);
}
