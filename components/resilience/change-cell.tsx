import Link from "next/link";
import type { ChangeOutcome, Verdict, VerdictName } from "@/lib/domain/changes/template-change";

const words: Record<VerdictName, string> = {
  deploys: "✓ deploys",
  fails: "✕ fails",
  "not-applicable": "not applicable",
  "not-modelled": "not modelled",
};

/** The verdict for the repaired role, and a word where the proposal's differs; a failure leads to its detail. */
export function ChangeCell({ outcome, href, open }: { outcome: ChangeOutcome | null; href: string; open: boolean }) {
  if (!outcome) return <span className="text-soft">–</span>;
  const { asProposed, repaired } = outcome;
  const fails = repaired.verdict === "fails" || asProposed.verdict === "fails";
  const content = (
    <>
      <VerdictText verdict={repaired} />
      {asProposed.verdict === "fails" && repaired.verdict !== "fails" && (
        <span className="block text-small text-soft">failed as proposed</span>
      )}
    </>
  );
  if (!fails) return content;
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-expanded={open}
      className="-mx-2 block px-2 hover:bg-wash aria-expanded:bg-wash"
    >
      {content}
    </Link>
  );
}

function VerdictText({ verdict: { verdict, notModelled } }: { verdict: Verdict }) {
  return (
    <span className={verdict === "fails" ? "text-denied" : verdict === "deploys" ? "" : "text-soft"}>
      {words[verdict]}
      {notModelled.length > 0 && <span className="block font-mono text-small break-arn">{notModelled.join(", ")}</span>}
    </span>
  );
}
