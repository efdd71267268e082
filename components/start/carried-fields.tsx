import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldProblem } from "@/components/ui/field-problem";
import { countOf } from "@/components/ui/format-figure";
import type { TimeConstantId } from "@/lib/domain/scoring/time-constants/time-constant";
import type { TimeConstantRow } from "@/lib/schemas/time-model";
import type { Draft } from "./draft";

export type KnownConstants = readonly Pick<TimeConstantRow, "id" | "how" | "minutes">[];

/** What comes from the run that is run again and is given on its page, not here: histories and own figures of time. */
export function CarriedFields({
  draft: { histories, timeModel },
  constants,
  onChange,
  problemAt,
}: {
  draft: Draft;
  constants: KnownConstants;
  onChange: (part: Partial<Draft>) => void;
  problemAt: (field: string) => string | undefined;
}) {
  const own = constants.flatMap((constant) => {
    const minutes = timeModel[constant.id];
    return minutes === undefined ? [] : [{ ...constant, own: minutes }];
  });
  return (
    <>
      {histories.length > 0 && (
        <Disclosure summary={`Replay the same ${histories.length === 1 ? "history" : "histories"}`} open>
          <ul>
            {histories.map(({ id, name, versions }) => (
              <Carried
                key={id}
                what={name}
                detail={countOf(versions, "version")}
                onRemove={() => onChange({ histories: histories.filter((other) => other.id !== id) })}
              />
            ))}
          </ul>
          <FieldProblem problem={problemAt("histories")} />
        </Disclosure>
      )}
      {own.length > 0 && (
        <Disclosure summary="Count with the earlier run's own minutes" open>
          <ul className="figures">
            {own.map(({ id, how, minutes, own }) => (
              <Carried
                key={id}
                what={how}
                detail={`${own} min in place of ${minutes}`}
                onRemove={() => onChange({ timeModel: withoutTime(timeModel, id) })}
              />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Carried({ what, detail, onRemove }: { what: string; detail: string; onRemove: () => void }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-b border-line py-1">
      <span className="min-w-0 break-arn">
        {what} <span className="block text-small text-soft">{detail}</span>
      </span>
      <Button look="plain" className="text-small" onClick={onRemove}>
        Remove <span className="sr-only">{what}</span>
      </Button>
    </li>
  );
}

function withoutTime(times: Draft["timeModel"], id: TimeConstantId): Draft["timeModel"] {
  const { [id]: _, ...others } = times;
  return others;
}
