import "server-only";
import type { CreatedRun } from "../../schemas/new-run";
import type { RunInput } from "../../schemas/run";
import { refused } from "../http/api-fault";
import { services } from "../services";
import { currentTeam } from "../teams";
import { createRun, type GivenVersions } from "./create-run";

/** 201 with the id of a run of this input, or 422 with what stands against it. */
export async function respondWithNewRun(input: RunInput, versions: GivenVersions): Promise<Response> {
  const { database, queue, reader } = services();
  const { id, problems } = await createRun({ database, queue: await queue(), reader }, currentTeam(), input, versions);
  if (id === null) throw refused("The run was not started; see what is wrong below.", problems);
  const body: CreatedRun = { id };
  return Response.json(body, { status: 201, headers: { location: `/api/runs/${id}` } });
}
