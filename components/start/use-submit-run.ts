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

  const forget = () => {
    setRefused([]);
    create.reset();
  };

  const submit = async (draft: Draft) => {
    forget();
    // Without the inspection there is no suggested name; why there is none stands beside the template.
    const inspected = await inspectNow(inspectionOf(draft, draft.templateText)).catch(() => null);
    if (!inspected) return;
    const request = newRunSchema.safeParse(requestOf(draft, inspected.suggestedStackName));
    if (!request.success) return setRefused(request.error.issues.map(problemOfIssue));
    create.mutate(request.data, {
      onSuccess: ({ id }) => router.push(`/runs/${id}`),
      onError: (fault) => setRefused(fault instanceof RequestFailed ? (fault.error.problems ?? []) : []),
    });
  };

  return { submit, forget, refused, fault: create.error, isSending: create.isPending || create.isSuccess };
}

function problemOfIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): FieldProblem {
  return { code: "invalid-field", severity: "error", message: issue.message, field: issue.path.map(String).join(".") };
}
