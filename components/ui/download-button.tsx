"use client";

import { Button } from "./button";

export function DownloadButton({ text, fileName, children }: { text: string; fileName: string; children: string }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button look="plain" onClick={download}>
      {children}
    </Button>
  );
}
