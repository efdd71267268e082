import type { WaveResource } from "./attempt-steps";
import { resourceMarks } from "./resource-marks";
import type { ResourceState } from "./resource-states";
import { WaveRow } from "./wave-row";

/** The stack's resources by wave of creation, each in the state of the moment; a shape and a word beside every colour. */
export function WavePicture({
  resources,
  states,
  current,
}: {
  resources: readonly WaveResource[];
  states: ReadonlyMap<string, ResourceState>;
  /** The resource that the step is about. */
  current: string | undefined;
}) {
  const stated = resources.map((resource) => ({
    ...resource,
    state: states.get(resource.logicalId) ?? ("waiting" as const),
    isCurrent: resource.logicalId === current,
  }));
  const waves = [...new Set(resources.map(({ wave }) => wave))].sort((a, b) => a - b);
  const shown = new Set<string>(stated.map(({ state }) => state));
  return (
    <figure aria-label="Resources by wave of creation">
      <ol className="flex flex-col gap-1.5">
        {waves.map((wave) => (
          <WaveRow key={wave} wave={wave} resources={stated.filter((resource) => resource.wave === wave)} />
        ))}
      </ol>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 pl-8 text-small text-soft">
        {Object.entries(resourceMarks).map(([state, { glyph, word }]) => (
          <span key={state} hidden={!shown.has(state)}>
            <span aria-hidden="true">{glyph}</span> {word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
