import Link from "next/link";
import type { TriedVersion } from "@/lib/schemas/replay";

export type VersionVerdicts = TriedVersion["verdicts"][number];

const words: Record<VersionVerdicts["repaired"]["verdict"], string> = {
  deploys: "✓ deploys",
  fails: "✕ fails",
  rejected: "rejected",
  "not-modelled": "not modelled",
};

/** The verdict for the repaired role, and a word where the proposal's differs; a failure leads to its detail. */
export function VersionCell({
  verdicts,
  href,
  open,
}: {
  verdicts: VersionVerdicts | undefined;
  href: string;
  open: boolean;
}) {
  if (!verdicts) return <span className="text-soft">–</span>;
  const { asProposed, repaired } = verdicts;
  const content = (
    <>
      <span
        className={repaired.verdict === "fails" ? "text-denied" : repaired.verdict === "deploys" ? "" : "text-soft"}
      >
        {words[repaired.verdict]}
      </span>
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
