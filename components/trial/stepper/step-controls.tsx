import { Button } from "@/components/ui/button";

/** Previous and next, a jump to the next refusal, and a slider over all steps with the keys of a slider. */
export function StepControls({
  step,
  count,
  sentence,
  nextRefusal,
  onStep,
}: {
  /** 1-based. */
  step: number;
  count: number;
  sentence: string;
  /** The step of the next refusal, from here round to the first; `null` where there is none. */
  nextRefusal: number | null;
  onStep: (step: number) => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print-hidden">
      <div className="flex gap-1.5">
        <Button aria-label="First step" disabled={step === 1} onClick={() => onStep(1)}>
          <span aria-hidden="true">⇤</span>
        </Button>
        <Button aria-label="Previous step" disabled={step === 1} onClick={() => onStep(step - 1)}>
          <span aria-hidden="true">←</span>
        </Button>
        <Button aria-label="Next step" disabled={step === count} onClick={() => onStep(step + 1)}>
          <span aria-hidden="true">→</span>
        </Button>
        {nextRefusal !== null && (
          <Button onClick={() => onStep(nextRefusal)}>
            <span aria-hidden="true" className="text-denied">
              ✕
            </span>{" "}
            Next refusal
          </Button>
        )}
      </div>
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={`${step} of ${count}: ${sentence}`}
        min={1}
        max={count}
        value={step}
        onChange={(event) => onStep(Number(event.target.value))}
        className="h-8 min-w-40 grow"
      />
      <span className="figures text-small whitespace-nowrap text-soft">
        step {step} of {count}
      </span>
    </div>
  );
}
