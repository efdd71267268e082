import { TextDifference } from "@/components/ui/text-difference";
import type { DocumentChange } from "@/lib/domain/trial/trial";

/** The same fix as a difference of the documents' texts, for `patch` and for eyes that read JSON. */
export function DocumentChanges({ documents }: { documents: readonly DocumentChange[] }) {
  if (documents.length === 0) return null;
  return (
    <details>
      <summary className="caret text-small text-soft">The fix as a text difference</summary>
      {documents.map(({ role, policyType, policy, diff }) => (
        <TextDifference key={`${role} ${policyType} ${policy}`} text={diff} />
      ))}
    </details>
  );
}
