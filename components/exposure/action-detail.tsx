import { countOf, formatCount } from "@/components/ui/format-figure";
import type { ActionCount, ActionGroup } from "@/lib/domain/scoring/scores";
import { Gap } from "./gap";
import { MoreLinks } from "./more-links";
import type { ListName, ListView } from "./opened-list";

const rowsAtOnce = 12;
const namesAtOnce = 200;

/** Where a role's excess of actions lies, and what holds on every resource. */
export function ActionDetail({
  count,
  viewOf,
}: {
  count: ActionCount;
  /** How much of one of this candidate's lists is shown. */
  viewOf: (list: ListName, atOnce: number) => ListView;
}) {
  const { lists, excess, onWildcard, notExisting, gap } = count;
  return (
    <>
      <h4 className="mt-5 text-small text-soft">
        Granted but not needed, by service{excess !== null && ` (${countOf(excess, "action")})`}
      </h4>
      {gap && <Gap why={gap} />}
      {lists.excess && <ExcessTable groups={lists.excess} view={viewOf("excess", rowsAtOnce)} />}
      <ActionNames
        title="Hold on every resource"
        names={lists.onWildcard ?? []}
        count={onWildcard ?? 0}
        view={viewOf("everywhere", namesAtOnce)}
      />
      <ActionNames
        title="Written, but no such action exists"
        names={lists.notExisting}
        count={notExisting}
        view={viewOf("not-existing", namesAtOnce)}
      />
    </>
  );
}

function ExcessTable({ groups, view }: { groups: readonly ActionGroup[]; view: ListView }) {
  if (groups.length === 0) return <p className="text-small">None.</p>;
  return (
    <>
      <table className="figures w-full text-small">
        <tbody>
          {groups.slice(0, view.shown).map(({ service, accessLevel, actions }) => (
            <tr key={`${service} ${accessLevel}`} className="border-b border-line">
              <th scope="row" className="py-0.5 text-left font-mono font-normal">
                {service} <span className="font-sans text-soft">{accessLevel}</span>
              </th>
              <td className="text-right">{formatCount(actions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreLinks view={view} all={groups.length} step={100} />
    </>
  );
}

function ActionNames({
  title,
  names,
  count,
  view,
}: {
  title: string;
  names: readonly string[];
  count: number;
  view: ListView;
}) {
  if (count === 0) return null;
  return (
    <details className="mt-3" open={view.isAsked}>
      <summary className="caret min-h-6 text-small text-soft">
        {title} (<span className="figures">{countOf(count, "action")}</span>)
      </summary>
      <ul className="font-mono text-small break-arn">
        {names.slice(0, view.shown).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <MoreLinks view={view} all={names.length} step={500} />
    </details>
  );
}
