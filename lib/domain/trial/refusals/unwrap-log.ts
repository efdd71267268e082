import type { LogLine } from "./log-line";
import { unfoldEvents } from "./unfold-events";

/** Undoes what terminals and log viewers do to messages; an event that was printed on one line has a line for each key. */
export function unwrapLog(text: string): readonly LogLine[] {
  const lines = text.split(/\r?\n/).map((raw, index) => ({ line: index + 1, text: stripDecoration(raw) }));
  const unwrapped: LogLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    const columns = line ? findColumns(line.text) : null;
    const rows = columns ? readRows(lines, index + 1, columns) : null;
    if (line) unwrapped.push(line);
    if (rows) unwrapped.push(...rows.rows);
    index = rows ? rows.end : index + 1;
  }
  return unfoldEvents(unwrapped);
}

const escapeCharacter = String.fromCharCode(27);
/** Colours and other control sequences of terminals: ECMA-48, section 5.4. */
const controlSequence = new RegExp(`${escapeCharacter}\\[[0-9;?]*[ -/]*[@-~]`, "g");
/** What GitHub Actions puts before every line of a downloaded log, and its markers. */
const timeStamp = /^\uFEFF?(?:[^\t\n]*\t[^\t\n]*\t)?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+Z /;
const marker = /^##\[\w+\]/;

function stripDecoration(line: string): string {
  return line.replace(controlSequence, "").replace(timeStamp, "").replace(marker, "");
}

/** Where the columns of `sam deploy`'s table of events begin; `null` for any other line. */
function findColumns(header: string): readonly number[] | null {
  if (!/^ResourceStatus\s+ResourceType\s+LogicalResourceId\s+ResourceStatusReason\s*$/.test(header)) return null;
  return ["ResourceStatus ", "ResourceType", "LogicalResourceId", "ResourceStatusReason"].map((name) =>
    header.indexOf(name),
  );
}

const status = /^(?:CREATE|UPDATE|DELETE|ROLLBACK|IMPORT|REVIEW)_/;

function readRows(lines: readonly LogLine[], start: number, columns: readonly number[]) {
  const rows: { line: number; cells: string[][] }[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || line.text.trim() === "") break;
    if (/^-+$/.test(line.text.trim())) continue;
    const cells = columns.map((from, column) => line.text.slice(from, columns[column + 1]).trim());
    const open = rows.at(-1);
    if (status.test(cells[0] ?? "")) rows.push({ line: line.line, cells: cells.map((cell) => [cell]) });
    else if (open) for (const [column, cell] of cells.entries()) open.cells[column]?.push(cell);
    else break;
  }
  const width = (columns[1] ?? 0) - (columns[0] ?? 0) - 1;
  return {
    rows: rows.map(({ line, cells }) => ({ line, text: cells.map((cell) => joinCell(cell, width)).join("  ") })),
    end,
  };
}

/** Words that go on after a resource or a principal; one that fills its line to the end leaves no other sign. */
const followsResource = /^(?:is|on|because|with|\(\w+:)$/;

/**
 * Words that do not fit are cut at the column's width, all others go to the next line whole; words are parted at hyphens
 * too. https://docs.python.org/3/library/textwrap.html
 */
function joinCell(pieces: readonly string[], columnWidth: number): string {
  const filled = pieces.filter((piece) => piece !== "");
  const width = Math.min(columnWidth, Math.max(0, ...filled.map((piece) => piece.length)));
  return filled.reduce((text, piece, index) => {
    const before = filled[index - 1] ?? "";
    const last = before.slice(before.lastIndexOf(" ") + 1);
    const [first = ""] = piece.split(" ");
    const word = text.slice(text.lastIndexOf(" ") + 1);
    const isCut = before.length >= width && word.length + first.length > width && !followsResource.test(first);
    const isHyphen = /[A-Za-z0-9]-$/.test(last);
    return text === "" ? piece : isCut || isHyphen ? `${text}${piece}` : `${text} ${piece}`;
  }, "");
}
