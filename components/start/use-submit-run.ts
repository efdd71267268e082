import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCreateRun } from "@/components/queries/create-run";
import { useInspectNow } from "@/components/queries/inspect-template";
import { RequestFailed } from "@/components/queries/request-json";
import { newRunSchema } from "@/lib/schemas/new-run";
import type { FieldProblem } from "@/lib/schemas/problem";
import { type Draft, inspectionOf, requestOf } from "./draft";

/** Sends a draft and goes to its run. What stands against it is kept, each at its field, until the draft changes. */
export function useSubmitRun() {
  const router = useRouter();
  const create = useCreateRun();
  const inspectNow = useInspectNow();
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [unread, setUnread] = useState<Error | null>(null);

  const forget = () => {
    setRefused([]);
    setUnread(null);
    create.reset();
  };

  const submit = async (draft: Draft) => {
    forget();
    const inspected = await inspectNow(inspectionOf(draft, draft.templateText)).catch((fault: Error) => fault);
    // Without the inspection there is no suggested name.
    if (inspected instanceof Error) return setUnread(inspected);
    const request = newRunSchema.safeParse(requestOf(draft, inspected.suggestedStackName));
    if (!request.success) return setRefused(request.error.issues.map(problemOfIssue));
    create.mutate(request.data, {
      onSuccess: ({ id }) => router.push(`/runs/${id}`),
      onError: (fault) => setRefused(fault instanceof RequestFailed ? (fault.error.problems ?? []) : []),
    });
  };

  return { submit, forget, refused, fault: create.error ?? unread, isSending: create.isPending || create.isSuccess };
}

function problemOfIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): FieldProblem {
  return { code: "invalid-field", severity: "error", message: issue.message, field: issue.path.map(String).join(".") };
}
