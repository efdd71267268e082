"use client";

import { useState } from "react";
import { useCreateShareLink } from "@/components/queries/create-share-link";
import { useRevokeShareLink } from "@/components/queries/revoke-share-link";
import { useShareLinks } from "@/components/queries/share-links";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { CheckField } from "@/components/ui/field";
import { TimeStamp } from "@/components/ui/time-stamp";

/** Makes, shows and revokes links to a run. A link's address is known only here and now: the server keeps its hash. */
export function ShareDialog({ runId, hasCurrentPolicy }: { runId: string; hasCurrentPolicy: boolean }) {
  const [open, setOpen] = useState(false);
  const [includeCurrentPolicy, setIncludeCurrentPolicy] = useState(false);
  const create = useCreateShareLink(runId);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Share</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Share this run">
        <p>
          Whoever has the link can read this run, without signing in, until you revoke it. Account ids and NoEcho values
          are masked. Later versions and histories that you gave the run are shown too, with the subjects of their
          commits.
        </p>
        {hasCurrentPolicy && (
          <CheckField
            label="Show your current policy too"
            checked={includeCurrentPolicy}
            onChange={(event) => setIncludeCurrentPolicy(event.target.checked)}
          />
        )}
        <div>
          <Button look="primary" disabled={create.isPending} onClick={() => create.mutate({ includeCurrentPolicy })}>
            Make a link
          </Button>
        </div>
        {create.error && <p role="alert">{create.error.message}</p>}
        {create.data && (
          <div className="flex flex-col gap-1 bg-added-wash px-3 py-2">
            <label className="text-small text-soft" htmlFor="share-address">
              The link, shown this once
            </label>
            <div className="flex items-center gap-3">
              <input
                id="share-address"
                readOnly
                value={create.data.url}
                onFocus={(event) => event.target.select()}
                className="min-w-0 grow border border-edge bg-paper px-2 py-1.5 font-mono text-small"
              />
              <CopyButton text={create.data.url} look="quiet" />
            </div>
          </div>
        )}
        {open && <LinkList runId={runId} />}
      </Dialog>
    </>
  );
}

function LinkList({ runId }: { runId: string }) {
  const { data, error } = useShareLinks(runId);
  const revoke = useRevokeShareLink(runId);
  if (error) return <p role="alert">The links that work cannot be listed. {error.message}</p>;
  if (!data || data.shareLinks.length === 0) return null;
  return (
    <section>
      <h3 className="text-small text-soft">Links that work</h3>
      <ul>
        {data.shareLinks.map(({ id, createdAt, includeCurrentPolicy }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-t border-line">
            <span>
              made <TimeStamp at={createdAt} />
              {includeCurrentPolicy && <span className="text-soft">, with your current policy</span>}
            </span>
            <Button look="plain" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>
              Revoke<span className="sr-only"> the link made {createdAt}</span>
            </Button>
          </li>
        ))}
      </ul>
      {revoke.error && <p role="alert">{revoke.error.message}</p>}
    </section>
  );
}
