import type { ApiError } from "../../schemas/api-error";
import type { FieldProblem } from "../../schemas/problem";

/** Ends a request with a status and a sentence; `route` turns it into the response. */
export class ApiFault extends Error {
  constructor(
    readonly status: number,
    readonly body: ApiError,
  ) {
    super(body.message);
  }
}

export function notFound(what: string): ApiFault {
  return new ApiFault(404, { code: "not-found", message: `There is no such ${what}; it may have been removed.` });
}

export function refused(message: string, problems: readonly FieldProblem[]): ApiFault {
  return new ApiFault(422, { code: "refused", message, problems: [...problems] });
}
