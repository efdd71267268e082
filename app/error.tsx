"use client";

import { useServerAway } from "@/components/site/use-server-away";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  if (useServerAway()) {
    return (
      <MessagePage title="The server does not answer">
        <p role="status">
          Check that it runs. Nothing that was stored or typed is lost, and this page loads again by itself when it
          answers.
        </p>
      </MessagePage>
    );
  }
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
