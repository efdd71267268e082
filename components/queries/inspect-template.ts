import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type InspectTemplateRequest, templateInspectionSchema } from "@/lib/schemas/template-inspection";
import { requestJson } from "./request-json";

export const inspectTemplateKey = (request: InspectTemplateRequest) => ["inspect-template", request] as const;

export function inspectTemplate(request: InspectTemplateRequest, signal: AbortSignal) {
  return requestJson("/api/templates/inspect", templateInspectionSchema, { method: "POST", body: request, signal });
}

/** What the template holds and what is wrong with it; asks nothing while there is no text. */
export function useTemplateInspection(request: InspectTemplateRequest) {
  return useQuery({
    queryKey: inspectTemplateKey(request),
    queryFn: ({ signal }) => inspectTemplate(request, signal),
    enabled: request.text.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}
