import { ButtonLink } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function RunNotFound() {
  return (
    <MessagePage title="There is no such run">
      <p>No run has this address. It may be incomplete, or belong to another installation; the list has all runs.</p>
      <ButtonLink href="/runs">All runs</ButtonLink>
    </MessagePage>
  );
}
