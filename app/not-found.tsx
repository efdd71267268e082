import { ButtonLink } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function NotFound() {
  return (
    <MessagePage title="There is no page at this address">
      <p>The address may be mistyped. Start from a template, or look for a run in the list.</p>
      <div className="flex gap-3">
        <ButtonLink href="/">New run</ButtonLink>
        <ButtonLink href="/runs">All runs</ButtonLink>
      </div>
    </MessagePage>
  );
}
