import { useMutation } from "@tanstack/react-query";
import { type UploadedHistory, uploadedHistorySchema } from "@/lib/schemas/replay";
import { requestJson } from "./request-json";

interface HistoryFile {
  readonly file: File;
  /** Which of a repository's templates; `null` until that was asked. */
  readonly template: string | null;
}

/** Sends a template's history to be replayed with a run's candidates, or learns which templates there are in it. */
export function useUploadHistory(runId: string) {
  return useMutation({
    mutationFn: ({ file, template }: HistoryFile): Promise<UploadedHistory> => {
      const query = new URLSearchParams({ fileName: file.name, ...(template === null ? {} : { template }) });
      return requestJson(`/api/runs/${runId}/history?${query}`, uploadedHistorySchema, { method: "POST", file });
    },
  });
}
