"use client";

import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { isLocalAddress, writeWorkflowSteps } from "./workflow-steps";

/** The steps that record every attempt from a GitHub workflow, with this page's own address. */
export function WorkflowHint({ runId, candidate }: { runId: string; candidate: string }) {
  const [origin] = useState(() => window.location.origin);
  const steps = writeWorkflowSteps(origin, runId, candidate);
  return (
    <details className="border-t border-line pt-2">
      <summary className="caret inline-flex min-h-8 items-center">
        Or let a GitHub workflow record every attempt
      </summary>
      <div className="flex flex-col gap-2 pt-2">
        {isLocalAddress(origin) && (
          <p className="text-small text-soft">
            {origin} is an address of this machine only: GitHub&apos;s runners do not reach it. A runner of your own on
            this machine does; for others, serve Tightrope where they reach it.
          </p>
        )}
        <p className="text-small text-soft">
          Add <code>&amp;policies=as-proposed</code>, <code>repaired</code> or, say, <code>after-fix-2</code> behind the
          candidate, where the role holds just that.
        </p>
        <CodeBlock text={steps} />
        <div>
          <CopyButton text={steps} look="quiet">
            Copy the steps
          </CopyButton>
        </div>
      </div>
    </details>
  );
}
