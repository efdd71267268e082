import { draftOfRun } from "@/components/start/draft";
import { Intro } from "@/components/start/intro";
import { NewRunForm } from "@/components/start/new-run-form";
import { OutcomePicture } from "@/components/start/outcome-picture";
import { listSamples } from "./list-samples";
import { loadExample } from "./load-example";
import { loadRun } from "./runs/[id]/load-run";

export const dynamic = "force-dynamic";

/** The start page is the upload. `?from=<run>` opens it with that run's input, to run it again with a change. */
export default async function StartPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const { from } = await searchParams;
  const [run, example] = await Promise.all([from ? loadRun(from) : null, loadExample()]);
  return (
    <NewRunForm
      samples={listSamples()}
      given={run && draftOfRun(run.input)}
      intro={<Intro />}
      picture={<OutcomePicture example={example} />}
    />
  );
}
