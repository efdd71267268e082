import { LineCounter, parseDocument } from "yaml";
import { isJsonObject, type Json } from "../json";
import { hasErrors, type Problem, type Staged } from "../problem";
import { checkTemplateShape } from "./check-template-shape";
import { readYamlDocument } from "./read-yaml-document";
import { makePositionTable } from "./source-positions";
import type { Template } from "./template";
import { explainSyntaxErrors } from "./yaml-syntax-errors";

/** CloudFormation's limit for a template in S3. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const largestTemplate = 1024 * 1024;

/**
 * Reads YAML as CloudFormation does (version 1.1, short tags), or JSON. `value` is null when the text cannot be read or
 * is no template; `problems` then says where and why, one sentence each.
 */
export function parseTemplate(text: string): Staged<Template | null> {
  const tooLarge = checkSize(text);
  if (tooLarge !== null) return { value: null, problems: [tooLarge] };
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    version: "1.1",
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const syntaxProblems = explainSyntaxErrors(parsed.errors, text, lines);
  if (syntaxProblems.length > 0) return { value: null, problems: syntaxProblems };

  const { value, problems } = readYamlDocument(parsed, lines);
  if (hasErrors(problems)) return { value: null, problems };
  if (!isJsonObject(value)) return { value: null, problems: [notAMapping(value)] };
  const template: Template = { document: value, positions: makePositionTable(parsed, lines) };
  const shapeProblems = checkTemplateShape(template);
  return { value: hasErrors(shapeProblems) ? null : template, problems: [...problems, ...shapeProblems] };
}

function checkSize(text: string): Problem | null {
  const bytes = text.length > largestTemplate ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= largestTemplate) return null;
  return {
    code: "template-too-large",
    severity: "error",
    message:
      "The template is larger than 1 MB, the most that CloudFormation takes. Move parts of it into nested stacks.",
    line: 1,
    column: 1,
  };
}

function notAMapping(value: Json): Problem {
  const what = value === null ? "The template is empty." : "The template is not a mapping of sections.";
  return {
    code: "not-a-mapping",
    severity: "error",
    message: `${what} Begin with keys such as 'Transform' and 'Resources'.`,
    line: 1,
    column: 1,
  };
}
