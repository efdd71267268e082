"use client";

import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { CodeInText } from "@/components/ui/code-in-text";
import type { Attempt } from "@/lib/domain/trial/trial";
import { type AttemptStep, type CliCall, listSteps, type WaveResource } from "./attempt-steps";
import { EventLog } from "./event-log";
import { findResourceStates } from "./resource-states";
import { StepControls } from "./step-controls";
import { StepDenial } from "./step-denial";
import { WavePicture } from "./wave-picture";

/**
 * An attempt, step by step: the resources in their waves, what is printed, and at a refusal the request and its fix. Opens
 * at the step of the address, otherwise at the end, where everything that happened stands.
 */
export function AttemptStepper({
  attempt,
  resources,
  cliCalls,
  path,
  opensAt,
  children,
}: {
  attempt: Attempt;
  resources: readonly WaveResource[];
  cliCalls: readonly CliCall[];
  /** The attempt's own address; the step is added to it. */
  path: string;
  /** 1-based; `null` for the end. */
  opensAt: number | null;
  /** What stands at the end: every refusal of the attempt and its fix. */
  children: ReactNode;
}) {
  const steps = useMemo(() => listSteps(attempt, cliCalls, resources), [attempt, cliCalls, resources]);
  const [asked, setAsked] = useState(opensAt);
  const step = Math.min(Math.max(asked ?? steps.length, 1), steps.length);
  const shown = steps[step - 1];
  if (!shown) return null;

  const goTo = (next: number) => {
    const to = Math.min(Math.max(next, 1), steps.length);
    setAsked(to);
    window.history.replaceState(null, "", `${path}&step=${to}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const move = moves[event.key];
    if (move === undefined || event.target instanceof HTMLInputElement || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(step + move);
  };

  const printed = attempt.events.slice(0, shown.printed);
  const denial = shown.denial === null ? undefined : attempt.denials[shown.denial];
  return (
    <section
      aria-label={`Attempt ${attempt.number}, step by step`}
      className="flex flex-col gap-4"
      onKeyDown={onKeyDown}
    >
      <StepControls
        step={step}
        count={steps.length}
        sentence={shown.sentence}
        nextRefusal={findNextRefusal(steps, step)}
        onStep={goTo}
      />
      <p aria-live="polite" className="max-w-[100ch] sm:min-h-11">
        {denial && <span className="text-denied">✕ </span>}
        <CodeInText text={shown.sentence} />
      </p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <WavePicture
            resources={resources}
            states={findResourceStates(printed)}
            current={shown.kind === "event" ? printed.at(-1)?.logicalId : undefined}
          />
          {shown.kind === "end" ? children : denial && <StepDenial denial={denial} fix={attempt.fix} />}
        </div>
        <EventLog events={printed} follow={asked !== null && shown.kind !== "end"} />
      </div>
    </section>
  );
}

function findNextRefusal(steps: readonly AttemptStep[], step: number): number | null {
  const refusals = steps.flatMap(({ denial }, index) => (denial === null ? [] : [index + 1]));
  return refusals.find((number) => number > step) ?? refusals[0] ?? null;
}
