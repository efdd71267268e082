import type { WaveResource } from "./attempt-steps";
import type { ResourceState } from "./resource-states";

const marks: Record<ResourceState, { readonly glyph: string; readonly word: string; readonly look: string }> = {
  waiting: { glyph: "·", word: "waiting", look: "border-dashed border-line text-soft" },
  "in-progress": { glyph: "▸", word: "in progress", look: "border-accent text-accent" },
  created: { glyph: "✓", word: "created", look: "border-edge" },
  updated: { glyph: "✓", word: "updated", look: "border-edge bg-wash" },
  failed: { glyph: "✕", word: "failed", look: "border-denied bg-denied-wash text-denied" },
  "rolled-back": { glyph: "↺", word: "rolled back", look: "border-line text-soft line-through" },
  deleted: { glyph: "–", word: "deleted", look: "border-line text-soft line-through" },
  "delete-failed": { glyph: "!", word: "delete failed", look: "border-denied border-dashed text-denied" },
};

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
  const waves = [...new Set(resources.map(({ wave }) => wave))].sort((a, b) => a - b);
  const shown = new Set(resources.map(({ logicalId }) => states.get(logicalId) ?? "waiting"));
  return (
    <figure aria-label="Resources by wave of creation">
      <ol className="flex flex-col gap-1.5">
        {waves.map((wave) => (
          <li key={wave} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
            <span className="figures pt-0.5 text-right text-small text-soft">
              <span className="sr-only">Wave </span>
              {wave + 1}
            </span>
            <ul className="flex min-w-0 flex-wrap gap-1.5">
              {resources
                .filter((resource) => resource.wave === wave)
                .map((resource) => (
                  <ResourceBox
                    key={resource.logicalId}
                    resource={resource}
                    state={states.get(resource.logicalId) ?? "waiting"}
                    isCurrent={resource.logicalId === current}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 pl-8 text-small text-soft">
        {Object.entries(marks).map(([state, { glyph, word }]) => (
          <span key={state} hidden={![...shown].some((name) => name === state)}>
            <span aria-hidden="true">{glyph}</span> {word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function ResourceBox({
  resource: { logicalId, type },
  state,
  isCurrent,
}: {
  resource: WaveResource;
  state: ResourceState;
  isCurrent: boolean;
}) {
  const { glyph, word, look } = marks[state];
  return (
    <li
      title={`${type}: ${word}`}
      data-state={state}
      className={`min-w-0 rounded-small border px-1.5 font-mono text-small transition-colors duration-150 ${look} ${isCurrent ? "outline-2 outline-offset-1 outline-(--hue)" : ""}`}
    >
      <span aria-hidden="true">{glyph}</span> <span className="break-arn">{logicalId}</span>
      <span className="sr-only">, {word}</span>
    </li>
  );
}
