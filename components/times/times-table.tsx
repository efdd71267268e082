import { countOf } from "@/components/ui/format-figure";
import type { TimeConstantId } from "@/lib/domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import type { TimeConstantRow, TimeConstantRows } from "@/lib/schemas/time-model";
import type { TimeTexts } from "./read-times";

/** On a phone what is known takes a line of its own, as wide as the page; elsewhere it stands beside the field. */
const grid = "grid grid-cols-[minmax(0,1fr)_5rem_5rem] sm:grid-cols-[minmax(0,1fr)_7rem_8rem] sm:grid-rows-[auto_1fr]";

/** Every constant: what takes this long, why, what is published on it, and a field for an own figure. */
export function TimesTable({
  groups,
  teamTimes,
  texts,
  problems,
  showReasons,
  onChange,
}: {
  groups: readonly TimeConstantRows[];
  teamTimes: OwnTimes;
  texts: TimeTexts;
  problems: Readonly<Record<string, string>>;
  /** Opened from the start: for the page whose matter they are. */
  showReasons: boolean;
  onChange: (id: TimeConstantId, text: string) => void;
}) {
  return (
    <table className="figures block w-full max-w-[60rem]">
      <caption className="sr-only">Constants of the time model</caption>
      <thead className="block">
        <tr className={`${grid} relative items-end text-small text-soft`}>
          <th scope="col" className="pb-1 text-left font-normal">
            What takes this long, and how that is known
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Default
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Own minutes
          </th>
          <th scope="col" className="sr-only">
            How that is known
          </th>
        </tr>
      </thead>
      {groups.map(({ title, constants }) => (
        <tbody key={title} className="block">
          <tr className="block">
            <th scope="rowgroup" colSpan={4} className="block border-b border-line pt-5 pb-1 text-left font-strong">
              {title}
            </th>
          </tr>
          {constants.map((constant) => (
            <tr key={constant.id} className={`${grid} border-b border-line`}>
              <th scope="row" className="pt-2 pr-4 text-left font-normal">
                {constant.how}
              </th>
              <td className="pt-2 text-right">
                {constant.minutes} <span className="text-small text-soft">min</span>
              </td>
              <td className="py-1.5 pl-2 text-right sm:row-span-2">
                <OwnMinutes
                  constant={constant}
                  beneath={teamTimes[constant.id]}
                  text={texts[constant.id] ?? ""}
                  problem={problems[constant.id]}
                  onChange={(text) => onChange(constant.id, text)}
                />
              </td>
              <td className="col-span-full pb-2 sm:col-span-2 sm:col-start-1">
                <Reason constant={constant} open={showReasons} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Reason({ constant: { basis, reason, sources }, open }: { constant: TimeConstantRow; open: boolean }) {
  return (
    <details open={open} className="max-w-[75ch] text-small text-soft">
      <summary className="caret">{basis}</summary>
      {reason}
      {sources.length > 0 && (
        <ul>
          {sources.map(({ figure, address, dated }) => (
            <li key={address} className="break-arn">
              {figure} (
              <a href={address} className="text-link" target="_blank" rel="noreferrer">
                {new URL(address).hostname}
              </a>
              {dated && `, ${dated}`})
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function OwnMinutes({
  constant: { id, how, minutes },
  beneath,
  text,
  problem,
  onChange,
}: {
  constant: TimeConstantRow;
  /** The team's figure, which counts while the field is empty. */
  beneath: number | undefined;
  text: string;
  problem: string | undefined;
  onChange: (text: string) => void;
}) {
  const problemId = `time-${id}-problem`;
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`Own minutes: ${how}`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        className="h-9 w-16 rounded-small border border-edge bg-paper px-2 text-right aria-[invalid=true]:border-denied sm:w-20"
      />
      {beneath !== undefined && text.trim() === "" && <p className="text-small text-soft">{beneath} by the team</p>}
      {text.trim() !== "" && (
        <button type="button" className="ml-auto block min-h-6 text-small text-link" onClick={() => onChange("")}>
          Reset
          <span className="sr-only">
            {" "}
            to {countOf(beneath ?? minutes, "minute")}: {how}
          </span>
        </button>
      )}
      {problem && (
        <p id={problemId} className="text-small text-denied">
          {problem}
        </p>
      )}
    </>
  );
}
