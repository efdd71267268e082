import { CST, Lexer } from "yaml";
import type { Problem } from "../problem";

const mostShown = 5;

/**
 * Tabs that stand where YAML wants spaces: before a value, behind it, or on an otherwise empty line. Inside text and
 * comments they are fine, and so are they in JSON.
 */
export function findTabs(text: string): Problem[] {
  if (!text.includes("\t") || /^\s*\{/.test(text)) return [];
  const problems: Problem[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === "space" && token.includes("\t") && problems.length < mostShown) {
      problems.push(tabAt(text, offset + token.indexOf("\t")));
    }
    if (!isMark(token, text, offset)) offset += token.length;
  }
  return problems;
}

/** Marks such as the beginning of a document are tokens without text. */
function isMark(token: string, text: string, offset: number): boolean {
  return token.length === 1 && !text.startsWith(token, offset);
}

function tabAt(text: string, offset: number): Problem {
  const before = text.slice(0, offset).split("\n");
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const message = `Line ${line}, column ${column}: a tab stands where YAML takes spaces only. Replace it.`;
  return { code: "tab", severity: "error", message, line, column };
}
