import { PolicyColumns } from "@/components/comparison/policy-columns";
import { PolicyRepairs } from "@/components/comparison/policy-repairs";
import { readPolicyView } from "@/components/comparison/policy-views";
import { ExposureView } from "@/components/exposure/exposure-view";
import { RealAttempts } from "@/components/real-attempts/real-attempts";
import { listRequests } from "@/components/requests/filter-requests";
import { RequestsTable } from "@/components/requests/requests-table";
import { NextVersions } from "@/components/resilience/next-versions";
import { ResilienceMatrix } from "@/components/resilience/resilience-matrix";
import { ResilienceSources } from "@/components/resilience/resilience-sources";
import { TemplateView } from "@/components/template/template-view";
import { TrialTracks } from "@/components/trial/trial-tracks";
import { HistoryView } from "@/components/version-history/history-view";
import type { ComparisonReport } from "@/lib/domain/comparison-report";
import type { Run } from "@/lib/schemas/run";
import { type RunTab, runTabTitles } from "./run-tabs";

/**
 * What a tab's address asks for: `?show=working` or `beside`, `?candidate=…&attempt=…&step=…`, `?candidate=…&change=…`,
 * `?candidate=…&replay=…&version=…&from=…`, `?candidate=…&list=…&shown=…`, `?line=…`.
 */
export interface RunTabSearch {
  readonly show?: string;
  readonly candidate?: string;
  readonly attempt?: string;
  readonly step?: string;
  readonly change?: string;
  readonly replay?: string;
  readonly version?: string;
  readonly from?: string;
  readonly list?: string;
  readonly shown?: string;
  readonly line?: string;
}

interface RunTabProps {
  readonly run: Run;
  readonly tab: RunTab;
  readonly base: string;
  readonly search: RunTabSearch;
  /** Whether the reader is of the team, and may add to the run; a reader of a shared link may not. */
  readonly isTeam?: boolean;
}

export function RunTabContent(props: RunTabProps) {
  return (
    <section>
      <h2 className="sr-only print:not-sr-only">{runTabTitles[props.tab]}</h2>
      <Content {...props} />
    </section>
  );
}

function Content({ run, tab, base, search, isTeam = false }: RunTabProps) {
  const { report, input, replays } = run;
  const path = `${base}/${tab}`;
  const { candidate, replay, version, from } = search;
  const chosenVersion = { candidate, replay, version, from };
  const givesTo = isTeam && run.status === "done" ? run.id : null;
  if (!report) return null;
  switch (tab) {
    case "policies":
      return <Policies report={report} show={search.show} base={base} />;
    case "trial":
      return (
        <TrialTracks
          report={report}
          path={path}
          chosen={{ candidate: search.candidate, attempt: search.attempt, step: search.step }}
          after={(candidate) => (
            <RealAttempts
              candidate={candidate}
              reality={run.reality.find((one) => one.candidate === candidate.name)}
              runId={isTeam && run.status === "done" ? run.id : undefined}
            />
          )}
        />
      );
    case "resilience":
      return (
        <>
          <ResilienceSources report={report} replays={replays} />
          <ResilienceMatrix
            report={report}
            path={path}
            chosen={{ candidate: search.candidate, change: search.change }}
          />
          <NextVersions report={report} replays={replays} path={path} chosen={chosenVersion} runId={givesTo} />
        </>
      );
    case "history":
      return (
        <HistoryView
          report={report}
          replays={replays}
          path={path}
          chosen={chosenVersion}
          runId={givesTo}
          templateVersion={run.templateVersion}
        />
      );
    case "exposure":
      return <ExposureView report={report} path={path} asked={{ candidate, list: search.list, shown: search.shown }} />;
    case "requests":
      return <RequestsTable requests={listRequests(report)} />;
    case "template":
      return (
        <TemplateView
          text={input.templateText}
          fileName={input.fileName}
          problems={report.problems}
          path={path}
          line={search.line && /^\d{1,6}$/.test(search.line) ? Number(search.line) : undefined}
        />
      );
  }
}

function Policies({ report, show, base }: { report: ComparisonReport; show: string | undefined; base: string }) {
  const view = readPolicyView(show);
  const places = { path: `${base}/policies`, exportAddress: `/api${base}/role` };
  return view === "beside" ? (
    <PolicyRepairs report={report} {...places} />
  ) : (
    <PolicyColumns report={report} state={view} {...places} />
  );
}
