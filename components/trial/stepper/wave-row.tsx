import { formatCount } from "@/components/ui/format-figure";
import { foldWave, type StatedResource } from "./fold-wave";
import { resourceMarks } from "./resource-marks";

const box = "rounded-small border px-1.5 font-mono text-small";

/** The resources that are made side by side; a large number of them in one state is one box that opens. */
export function WaveRow({ wave, resources }: { wave: number; resources: readonly StatedResource[] }) {
  const { apart, folded } = foldWave(resources);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
      <span className="figures pt-0.5 text-right text-small text-soft">
        <span className="sr-only">Wave </span>
        {wave + 1}
      </span>
      <ul className="flex min-w-0 flex-wrap items-start gap-1.5">
        {apart.map((resource) => (
          <ResourceBox key={resource.logicalId} resource={resource} />
        ))}
        {folded.map((group) => (
          <FoldedBox key={group.state} {...group} />
        ))}
      </ul>
    </li>
  );
}

function ResourceBox({ resource: { logicalId, type, state, isCurrent } }: { resource: StatedResource }) {
  const { glyph, word, look } = resourceMarks[state];
  return (
    <li
      title={`${type}: ${word}`}
      data-state={state}
      className={`flex min-w-0 gap-x-[1ch] transition-colors duration-150 ${box} ${look} ${isCurrent ? "outline-2 outline-offset-1 outline-(--hue)" : ""}`}
    >
      <span aria-hidden="true">{glyph}</span>{" "}
      <span className="min-w-0 break-arn">
        {logicalId}
        <span className="sr-only">, {word}</span>
      </span>
    </li>
  );
}

function FoldedBox({ state, resources }: { state: StatedResource["state"]; resources: readonly StatedResource[] }) {
  const { glyph, word, look } = resourceMarks[state];
  return (
    <li data-state={state} className={`min-w-0 ${box} ${look}`}>
      <details>
        <summary className="caret font-sans">
          <span aria-hidden="true">{glyph}</span> <span className="figures">{formatCount(resources.length)}</span>{" "}
          {word}
        </summary>
        <p className="break-arn">{resources.map(({ logicalId }) => logicalId).join(", ")}</p>
      </details>
    </li>
  );
}
