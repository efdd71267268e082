import type { JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import { startCheckingNesting } from "../template/deepest-nesting";
import type { Template } from "../template/template";
import { expandDocument, passDocument } from "./expand-document";
import { expandNested } from "./expand-nested";
import type { ExpandOptions } from "./expand-options";
import type { ExpandedTemplate } from "./expanded-template";
import { type FindMacroCalls, startFindingMacroCalls } from "./macro-calls";
import { type PackageArtifacts, startPackaging } from "./package-artifacts";
import { prepareTemplate } from "./prepare-template";
import { type KeepSettled, noneSettled, startKeepingSettled } from "./settled-resources";
import { readCalledMacros, readTransforms } from "./transforms";

/**
 * The CloudFormation template that AWS's transforms make of a template: local files packaged, language extensions and SAM
 * expanded, nested applications too as far as they are supplied. `value` is null where CloudFormation would refuse the
 * template; `problems` then names every resource at fault. A template without SAM passes as it is.
 */
export type ExpandSam = (template: Template, options: ExpandOptions) => Staged<ExpandedTemplate | null>;

export const expandSam: ExpandSam = (template, options) => startWith(null)(template, options);

/** {@link expandSam} for a template and its changed versions: what a change leaves as it is is not worked out again. */
export function startExpanding(): ExpandSam {
  return startWith(startKeepingSettled());
}

function startWith(keep: KeepSettled | null): ExpandSam {
  const kept: Kept = {
    isNestedTooDeeply: startCheckingNesting(),
    packageArtifacts: startPackaging(),
    findMacroCalls: startFindingMacroCalls(),
    settled: keep,
  };
  return (template, options) => expand(template, options, kept);
}

interface Kept {
  readonly isNestedTooDeeply: (document: JsonObject) => boolean;
  readonly packageArtifacts: PackageArtifacts;
  readonly findMacroCalls: FindMacroCalls;
  /** Null where there is one template only. */
  readonly settled: KeepSettled | null;
}

function expand(template: Template, options: ExpandOptions, kept: Kept): Staged<ExpandedTemplate | null> {
  if (kept.isNestedTooDeeply(template.document)) return { value: null, problems: [tooDeep] };
  const transforms = readTransforms(template);
  const { value: prepared, problems: noticed } = prepareTemplate(
    template,
    transforms.usesLanguageExtensions,
    options,
    kept.packageArtifacts,
  );
  const { value: expanded, problems: faults } = transforms.usesSam
    ? expandKeeping(prepared.template, options, kept.settled)
    : passDocument(prepared.template);
  const macros = readCalledMacros(kept.findMacroCalls(prepared.template.document), transforms, template);
  const nested = expandNested(prepared.template, prepared.artifacts, options, expandSam);
  const problems = [...transforms.problems, ...macros.problems, ...noticed, ...faults, ...nested.problems];
  if (expanded === null) return { value: null, problems };
  const value = {
    ...expanded,
    artifacts: prepared.artifacts,
    nested: nested.value,
    transforms: macros.byAws,
    includes: macros.includes,
  };
  return { value, problems };
}

const tooDeep: Problem = {
  code: "too-deep",
  severity: "error",
  message: "The template's values are nested too deeply to be expanded. Move parts of it into nested stacks.",
};

/** Takes over what has settled in another version of the template, and keeps what settles in this one. */
function expandKeeping(
  template: Template,
  options: ExpandOptions,
  keep: KeepSettled | null,
): Staged<ExpandedTemplate | null> {
  if (!keep) return expandDocument(template, options, noneSettled);
  const known = keep.find(template, options);
  const first = expandDocument(template, options, known);
  if (!first.changesGlobals) {
    keep.keep(template, options, first.settled);
    return first;
  }
  return known.size === 0 ? first : expandDocument(template, options, noneSettled);
}
