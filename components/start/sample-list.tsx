import type { Sample } from "@/lib/schemas/sample";

export function SampleList({ samples, onPick }: { samples: readonly Sample[]; onPick: (sample: Sample) => void }) {
  if (samples.length === 0) return null;
  return (
    <section>
      <h2 className="text-small text-soft">Or start from a sample; each comes with a model&apos;s recorded answer</h2>
      <ul className="mt-1">
        {samples.map((sample) => (
          <li key={sample.name} className="border-t border-line last:border-b">
            <button
              type="button"
              onClick={() => onPick(sample)}
              className="grid w-full gap-x-6 py-2 text-left hover:bg-wash sm:grid-cols-[9rem_minmax(0,1fr)]"
            >
              <span className="text-accent">{sample.name}</span>
              <span className="text-soft">{sample.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
