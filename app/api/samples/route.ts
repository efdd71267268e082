import { loadSamples } from "@/lib/data/samples";
import type { SampleList } from "@/lib/schemas/sample";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route(async () => {
  const samples = loadSamples().map(({ name, title, template, recordedSettings }) => ({
    name,
    fileName: `${name}.yaml`,
    description: title,
    templateText: template,
    ...recordedSettings,
  }));
  const body: SampleList = { samples };
  return Response.json(body);
});
