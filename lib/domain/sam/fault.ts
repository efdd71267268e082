/**
 * What a rule throws when the user's template is wrong. Caught, and turned into a `Problem`, in the resource loop of
 * `expand-sam.ts` alone. Kinds: `resource` and `template` end the expansion of the resource at hand, `event` is reported on the function or state
 * machine that holds the event, `document` ends the whole expansion.
 */
export class SamFault extends Error {
  readonly kind: FaultKind;
  /** Logical id of the resource, or the event's own id for kind `event`. */
  readonly logicalId: string | null;
  /** Dotted path below the resource: `Properties.Policies`. */
  readonly path: string | null;
  readonly causes: readonly SamFault[];

  constructor(kind: FaultKind, message: string, where: FaultPlace = {}) {
    super(message);
    this.kind = kind;
    this.logicalId = where.logicalId ?? null;
    this.path = where.path ?? null;
    this.causes = where.causes ?? [];
  }
}

export type FaultKind = "resource" | "event" | "template" | "document" | "duplicate";

interface FaultPlace {
  readonly logicalId?: string;
  readonly path?: string;
  readonly causes?: readonly SamFault[];
}

/** `throw invalidResource("Orders", "Property 'Policies' must be a list.", "Properties.Policies")` */
export function invalidResource(logicalId: string, message: string, path?: string): SamFault {
  return new SamFault("resource", message, path === undefined ? { logicalId } : { logicalId, path });
}

/** `eventId` is the event's key in `Events`, not the generated logical id. */
export function invalidEvent(eventId: string, message: string): SamFault {
  return new SamFault("event", message, { logicalId: eventId });
}

export function invalidTemplate(message: string): SamFault {
  return new SamFault("template", message);
}

export function invalidDocument(causes: readonly SamFault[]): SamFault {
  return new SamFault("document", "The template cannot be expanded.", { causes });
}

export function duplicateId(logicalId: string, generatedId: string, type: string): SamFault {
  return new SamFault(
    "duplicate",
    `Expanding it makes a ${type} with the logical id ${generatedId}, which the template already uses. Rename one of them.`,
    { logicalId },
  );
}
