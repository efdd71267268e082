import type { Problem } from "../problem";
import type { Template } from "../template/template";
import { type FaultKind, SamFault } from "./fault";

/** Turns the faults of one expansion into problems. The only place that catches them. */
export class FaultReport {
  readonly #template: Template;
  #problems: Problem[] = [];
  #ended = false;

  constructor(template: Template) {
    this.#template = template;
  }

  /** True once a fault concerns the whole document: nothing more is worth expanding. */
  get ended(): boolean {
    return this.#ended;
  }

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Runs a step for one resource, or for the whole template; undefined where it met a fault. */
  attempt<T>(ownerId: string | null, step: () => T): T | undefined {
    if (this.#ended) return undefined;
    try {
      return step();
    } catch (error) {
      this.add(error instanceof SamFault ? error : unreadable(ownerId), ownerId);
      if (ownerId === null) this.#ended = true;
      return undefined;
    }
  }

  add(fault: SamFault, ownerId: string | null): void {
    if (fault.kind !== "document") {
      this.#addProblem(this.#toProblem(fault, ownerId));
      return;
    }
    this.#ended = true;
    this.#problems = [];
    for (const cause of fault.causes) this.add(cause, null);
  }

  #addProblem(problem: Problem): void {
    if (!this.#problems.some((known) => known.message === problem.message)) this.#problems.push(problem);
  }

  #toProblem(fault: SamFault, ownerId: string | null): Problem {
    const logicalId = fault.kind === "event" ? (ownerId ?? fault.logicalId) : fault.logicalId;
    const path = pathOf(fault, logicalId ?? ownerId);
    const position = this.#template.positions.find(path);
    return {
      code: codes[fault.kind],
      severity: "error",
      message: messageOf(fault, logicalId),
      ...(logicalId === null ? {} : { logicalId }),
      path,
      ...(position === null ? {} : position),
    };
  }
}

const codes: Readonly<Record<FaultKind, string>> = {
  resource: "invalid-resource",
  event: "invalid-event",
  template: "invalid-template",
  document: "invalid-template",
  duplicate: "duplicate-logical-id",
};

function messageOf(fault: SamFault, logicalId: string | null): string {
  if (logicalId === null) return fault.message;
  return fault.kind === "event" && fault.logicalId !== logicalId
    ? `${logicalId}, event ${fault.logicalId}: ${fault.message}`
    : `${logicalId}: ${fault.message}`;
}

function pathOf(fault: SamFault, logicalId: string | null): string {
  if (logicalId === null) return fault.path ?? "";
  const below = fault.kind === "event" && fault.path === null ? `Properties.Events.${fault.logicalId}` : fault.path;
  return below === null ? `Resources.${logicalId}` : `Resources.${logicalId}.${below}`;
}

/** The transform has met a shape that none of its own checks foresees. CloudFormation refuses such a template too. */
function unreadable(ownerId: string | null): SamFault {
  const message =
    "A value has a shape that the transform cannot read. Compare it with the documentation of its property.";
  return new SamFault("template", message, ownerId === null ? {} : { logicalId: ownerId });
}
