"use client";

import { useState } from "react";
import { CodeEditor } from "@/components/editor/code-editor";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { DownloadButton } from "@/components/ui/download-button";

/** A candidate's documents as JSON, to read in an editor, copy and download. */
export function FullDocuments({
  title,
  documents,
}: {
  title: string;
  documents: readonly { readonly title: string; readonly text: string }[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" className="text-small" onClick={() => setOpen(true)}>
        Full {documents.length === 1 ? "document" : `documents (${documents.length})`}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} wide>
        {documents.map((document) => (
          <section key={document.title}>
            <div className="flex items-baseline gap-4">
              <h3 className="grow font-mono text-small">{document.title}</h3>
              <CopyButton text={document.text} />
              <DownloadButton text={document.text} fileName={document.title}>
                Download
              </DownloadButton>
            </div>
            <CodeEditor value={document.text} language="json" label={document.title} />
          </section>
        ))}
      </Dialog>
    </>
  );
}
