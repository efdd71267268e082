import { MessagePage } from "@/components/ui/message-page";

export default function ShareNotFound() {
  return (
    <MessagePage title="This link does not open a run">
      <p>It was revoked, or its address is not complete. Ask whoever sent it for a new one.</p>
    </MessagePage>
  );
}
