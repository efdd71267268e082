import { isJsonObject, type Json } from "../json";
import { hasErrors, type Problem, type Staged } from "../problem";
import { checkTemplateShape } from "./check-template-shape";
import { readYamlDocument } from "./read-yaml-document";
import { checkSourceLimits } from "./source-limits";
import { makePositionTable } from "./source-positions";
import { findTabs } from "./tab-check";
import type { Template } from "./template";
import { readYamlSource } from "./yaml-source";
import { explainSyntaxErrors } from "./yaml-syntax-errors";

/**
 * Reads YAML as CloudFormation does (version 1.1, short tags), or JSON. `problems` says where and why something is
 * wrong, one sentence each. `value` is null when the text cannot be read or is no template; a key given twice is an error
 * too, but the template is there with the last one, as AWS's tools read it.
 */
export function parseTemplate(text: string): Staged<Template | null> {
  const beyondLimits = checkSourceLimits(text);
  if (beyondLimits !== null) return { value: null, problems: [beyondLimits] };
  const tabs = findTabs(text);
  if (tabs.length > 0) return { value: null, problems: tabs };
  const source = readYamlSource(text);
  const syntaxProblems = explainSyntaxErrors(source);
  if (syntaxProblems.length > 0) return { value: null, problems: syntaxProblems };

  const { value, floats, problems } = readYamlDocument(source);
  const unreadable = problems.some(({ code }) => code !== "duplicate-key");
  if (hasErrors(problems) && unreadable) return { value: null, problems };
  if (!isJsonObject(value)) return { value: null, problems: [notAMapping(value)] };
  const template: Template = { document: value, positions: makePositionTable(source), floats };
  const shape = checkTemplateShape(template);
  return { value: shape.isTemplate ? template : null, problems: [...problems, ...shape.problems] };
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
