import { countOf } from "@/components/ui/format-figure";
import type { ActionCount, ActionGroup } from "@/lib/domain/scoring/scores";
import { Gap } from "./gap";

/** Where a role's excess of actions lies, and what holds on every resource. */
export function ActionDetail({ count }: { count: ActionCount }) {
  const { lists, excess, onWildcard, notExisting, gap } = count;
  return (
    <>
      <h4 className="mt-5 text-small text-soft">
        Granted but not needed, by service{excess !== null && ` (${countOf(excess, "action")})`}
      </h4>
      {gap && <Gap why={gap} />}
      {lists.excess && <ExcessTable groups={lists.excess} />}
      <ActionNames title="Hold on every resource" names={lists.onWildcard ?? []} count={onWildcard ?? 0} />
      <ActionNames title="Written, but no such action exists" names={lists.notExisting} count={notExisting} />
    </>
  );
}

const shownAtOnce = 12;

function ExcessTable({ groups }: { groups: readonly ActionGroup[] }) {
  if (groups.length === 0) return <p className="text-small">None.</p>;
  return (
    <>
      <table className="figures w-full text-small">
        <tbody>
          {groups.slice(0, shownAtOnce).map(({ service, accessLevel, actions }) => (
            <tr key={`${service} ${accessLevel}`} className="border-b border-line">
              <th scope="row" className="py-0.5 text-left font-mono font-normal">
                {service} <span className="font-sans text-soft">{accessLevel}</span>
              </th>
              <td className="text-right">{actions}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shownAtOnce && (
        <p className="text-small text-soft">and {countOf(groups.length - shownAtOnce, "more row")}</p>
      )}
    </>
  );
}

function ActionNames({ title, names, count }: { title: string; names: readonly string[]; count: number }) {
  if (count === 0) return null;
  return (
    <details className="mt-3">
      <summary className="caret text-small text-soft">
        {title} (<span className="figures">{countOf(count, "action")}</span>)
      </summary>
      <ul className="font-mono text-small break-arn">
        {names.slice(0, 200).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > Math.min(names.length, 200) && <li className="font-sans text-soft">and more</li>}
      </ul>
    </details>
  );
}
