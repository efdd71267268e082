import "server-only";
import type { HistoryQuery, UploadedHistory } from "../../schemas/replay";
import { ApiFault, notFound } from "../http/api-fault";
import { readBytes } from "../http/read-bytes";
import { createReplay } from "../replays/create-replay";
import { findRunInput } from "../runs/find-run";
import { services } from "../services";
import { currentTeam } from "../teams";
import { maxUploadBytes } from "./history-limits";

/** 201 with the id of the stored history, 200 with the templates to choose from, or 422 with why it cannot be used. */
export async function respondWithHistory(
  request: Request,
  runId: string,
  { fileName, template }: HistoryQuery,
): Promise<Response> {
  const team = currentTeam();
  const { database, historyReader, queue } = services();
  const input = await findRunInput(database, team, runId);
  if (!input) throw notFound("run");
  const content = await readUploadedBytes(request);
  const asked = { templatePath: template ?? null, runFileName: input.fileName };
  const reading = await historyReader.read(content, asked);
  if (reading.kind === "refused") throw new ApiFault(422, { code: "unusable-history", message: reading.message });
  if (reading.kind === "templates") return answer(200, { templates: [...reading.templates] });
  const { versions, ...source } = reading.history;
  const dependencies = { database, queue: await queue() };
  const given = { kind: "history" as const, fileName: fileName || null, ...source };
  return answer(201, { id: await createReplay(dependencies, team, runId, given, versions) });
}

async function readUploadedBytes(request: Request): Promise<Buffer> {
  // As for JSON: a type that no foreign page can send in a visitor's name.
  if (request.headers.get("content-type") !== "application/octet-stream") {
    const message = "Send the file as it is, with Content-Type application/octet-stream.";
    throw new ApiFault(415, { code: "not-a-file", message });
  }
  const content = await readBytes(request, maxUploadBytes);
  if (content && content.length > 0) return content;
  throw content
    ? new ApiFault(422, { code: "empty-file", message: "The file is empty. Make it again, and send it." })
    : new ApiFault(413, { code: "too-large", message: tooLarge });
}

function answer(status: number, body: UploadedHistory): Response {
  return Response.json(body, { status });
}

const tooLarge = `The file is larger than ${maxUploadBytes / 1024 / 1024} MB. Send the template's versions alone: tightrope history REPOSITORY TEMPLATE --export FILE.`;
