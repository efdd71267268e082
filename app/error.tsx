"use client";

import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MessagePage title="This page could not be drawn">
      <p>
        The fault is ours, and nothing that was stored or typed is lost. Try again; if it stays, the server&apos;s log
        has the details{error.digest ? ` under ${error.digest}` : ""}.
      </p>
      <Button onClick={reset}>Try again</Button>
    </MessagePage>
  );
}
