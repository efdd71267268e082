import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { LiveProgress } from "@/components/run/live-progress";
import { ModelReplyDialog } from "@/components/run/model-reply-dialog";
import { RunView } from "@/components/run/run-view";
import { ShareDialog } from "@/components/share/share-dialog";
import { ButtonLink } from "@/components/ui/button";
import { loadRun } from "./load-run";

interface RunParams {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: RunParams): Promise<Metadata> {
  const run = await loadRun((await params).id);
  return { title: run?.input.stackName ?? "No such run" };
}

export default async function RunLayout({ params, children }: RunParams & { children: ReactNode }) {
  const run = await loadRun((await params).id);
  if (!run) notFound();
  const { id, status, stages } = run;
  return (
    <RunView
      run={run}
      base={`/runs/${id}`}
      actions={
        <div className="flex gap-2 print-hidden">
          <ButtonLink href={`/?from=${id}`}>Run again</ButtonLink>
          <ShareDialog runId={id} hasCurrentPolicy={run.input.currentPolicy !== null} />
        </div>
      }
      progress={status !== "done" && <LiveProgress initial={{ id, status, stages }} />}
      llm={status === "done" && <ModelReplyDialog runId={id} />}
    >
      {children}
    </RunView>
  );
}
