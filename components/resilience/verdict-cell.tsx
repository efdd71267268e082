import Link from "next/link";
import type { VerdictName } from "@/lib/domain/changes/template-change";

type Word = VerdictName | "rejected";

/** How a change, or a version, fares with the role as proposed and as its trial repaired it. */
export interface VerdictPair {
  readonly asProposed: { readonly verdict: Word };
  readonly repaired: { readonly verdict: Word; readonly notModelled?: readonly string[] };
}

const words: Record<Word, string> = {
  deploys: "✓ deploys",
  fails: "✕ fails",
  rejected: "rejected",
  "not-applicable": "not applicable",
  "not-modelled": "not modelled",
};

/** The verdict for the repaired role, and a word where the proposal's differs; a failure leads to its detail. */
export function VerdictCell({ pair, href, open }: { pair: VerdictPair | null; href: string; open: boolean }) {
  if (!pair) return <span className="text-soft">–</span>;
  const { asProposed, repaired } = pair;
  const content = (
    <>
      <VerdictText {...repaired} />
      {asProposed.verdict === "fails" && repaired.verdict !== "fails" && (
        <span className="block text-small text-soft">failed as proposed</span>
      )}
    </>
  );
  if (asProposed.verdict !== "fails" && repaired.verdict !== "fails") return content;
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

function VerdictText({ verdict, notModelled = [] }: VerdictPair["repaired"]) {
  return (
    <span className={verdict === "fails" ? "text-denied" : verdict === "deploys" ? "" : "text-soft"}>
      {words[verdict]}
      {notModelled.length > 0 && <span className="block font-mono text-small break-arn">{notModelled.join(", ")}</span>}
    </span>
  );
}
