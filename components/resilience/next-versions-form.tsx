"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useGiveNextVersions } from "@/components/queries/give-next-versions";
import { RequestFailed } from "@/components/queries/request-json";
import { FileDrop } from "@/components/ui/file-drop";

/** Takes one or several later versions of the template and has them tried with every candidate of the run. */
export function NextVersionsForm({ runId }: { runId: string }) {
  const router = useRouter();
  const give = useGiveNextVersions(runId);
  const [unread, setUnread] = useState<string | null>(null);

  const take = async (files: readonly File[]) => {
    setUnread(null);
    give.reset();
    try {
      const versions = await Promise.all(
        files.map(async (file) => ({ name: file.name, templateText: await file.text() })),
      );
      give.mutate({ versions }, { onSuccess: () => router.refresh() });
    } catch {
      setUnread("A file could not be read; if it is a folder, choose the templates inside it.");
    }
  };

  const problems = give.error instanceof RequestFailed ? (give.error.error.problems ?? []) : [];
  return (
    <div className="print-hidden max-w-[75ch] pb-4">
      <FileDrop
        label="Try a later version"
        hint="one template or several, or drop them here"
        accept=".yaml,.yml,.json,.template,.txt"
        multiple
        busy={give.isPending}
        onFiles={take}
      />
      <div role="alert">
        {unread && <p className="pt-2">{unread}</p>}
        {give.error && problems.length === 0 && <p className="pt-2">{give.error.message}</p>}
        {problems.map(({ field, message }) => (
          <p key={`${field} ${message}`} className="pt-2">
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}
