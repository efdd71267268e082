import Link from "next/link";
import { VersionFacts } from "@/components/replays/version-facts";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ReplayVersion } from "@/lib/schemas/replay";

const commit = /^[0-9a-f]{40}$/;

/** What names a version of a history: its subject where it has one, commit and date. */
export function VersionHead({
  version,
  href,
}: {
  version: ReplayVersion;
  /** Of the version itself, to send to somebody. */
  href: string;
}) {
  const { position, name, subject, committedAt, isRunTemplate, outcome } = version;
  const short = commit.test(name) ? name.slice(0, 10) : name;
  return (
    <span className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-label={`Version ${position}`}
        className="figures text-soft hover:text-ink"
      >
        {position}
      </Link>
      <span className="min-w-0">
        <span className="break-arn">{subject ?? short}</span>
        <span className="flex flex-wrap gap-x-3 text-small text-soft">
          {subject !== null && <span className="font-mono break-arn">{short}</span>}
          {committedAt && <TimeStamp at={committedAt} />}
          {isRunTemplate && <span className="text-ink">this run&apos;s template</span>}
        </span>
        <VersionFacts outcome={outcome} />
      </span>
    </span>
  );
}
