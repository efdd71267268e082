import type { YAMLParseError } from "yaml";
import type { Problem } from "../problem";
import type { YamlSource } from "./yaml-source";

/** The first few errors of the YAML reader, in sentences; later ones are mostly consequences of the first. */
export function explainSyntaxErrors({ errors, positionOf }: YamlSource, text: string): Problem[] {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const shown = exhausted === undefined ? errors.slice(0, mostShown) : [exhausted];
  const textLines = shown.length > 0 ? text.split("\n") : [];
  return shown.map((error) => {
    const { line, column } = positionOf(error.pos[0]);
    return { severity: "error", ...explain(error, textLines[line - 1] ?? "", line, column), line, column };
  });
}

const mostShown = 5;

function explain(
  error: YAMLParseError,
  lineText: string,
  line: number,
  column: number,
): { code: string; message: string } {
  const where = `Line ${line}, column ${column}`;
  if (error.code === "RESOURCE_EXHAUSTION")
    return { code: "too-deep", message: `${where}: the values are nested too deeply to be read.` };
  if (error.code === "TAB_AS_INDENT" || /^ *\t/.test(lineText)) {
    return {
      code: "tab-indentation",
      message: `${where}: a tab indents this line. YAML takes spaces only; replace it.`,
    };
  }
  if (error.code === "BAD_INDENT" || error.code === "BAD_PROP_ORDER") {
    const hint = "Align it with the entries it belongs to, and close every bracket.";
    return { code: "bad-indentation", message: `${where}: the indentation does not fit the lines above. ${hint}` };
  }
  if (error.code === "DUPLICATE_KEY")
    return { code: "duplicate-key", message: `${where}: the key appears twice. Remove one.` };
  if (error.code === "MULTIPLE_DOCS") {
    return { code: "yaml-syntax", message: `${where}: a second document begins here. Keep one template in the file.` };
  }
  return { code: "yaml-syntax", message: `${where}: this is no valid YAML (${firstSentence(error.message)}).` };
}

function firstSentence(message: string): string {
  const [first = ""] = message.split("\n");
  return first.replace(/[.:]$/, "").slice(0, 120);
}
