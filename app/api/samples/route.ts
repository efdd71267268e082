import type { SampleList } from "@/lib/schemas/sample";
import { route } from "@/lib/server/http/route";
import { listSamples } from "@/lib/server/samples/list-samples";

export const dynamic = "force-dynamic";

export const GET = route(async () => {
  const body: SampleList = { samples: [...listSamples()] };
  return Response.json(body);
});
