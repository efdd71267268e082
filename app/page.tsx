import { Intro } from "@/components/start/intro";
import { NewRunForm } from "@/components/start/new-run-form";
import { OutcomePicture } from "@/components/start/outcome-picture";
import { compareSample } from "@/lib/server/samples/compare-sample";
import { listSamples } from "@/lib/server/samples/list-samples";
import { listTimeConstants } from "@/lib/server/time-model/list-time-constants";

const exampleName = "order-pipeline";

/** Drawn while the program is built, the example's figures included: they are always those of this version. */
export const dynamic = "force-static";

/** The start page is the upload. `?from=<run>` opens it with that run's input, to run it again with a change. */
export default function StartPage() {
  return (
    <NewRunForm
      samples={listSamples()}
      constants={listTimeConstants().flatMap(({ constants }) =>
        constants.map(({ id, how, minutes }) => ({ id, how, minutes })),
      )}
      intro={<Intro />}
      picture={<OutcomePicture exampleName={exampleName} candidates={compareSample(exampleName)} />}
    />
  );
}
