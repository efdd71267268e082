import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type InspectTemplateRequest, templateInspectionSchema } from "@/lib/schemas/template-inspection";
import { requestJson } from "./request-json";

export const inspectTemplateKey = (request: InspectTemplateRequest) => ["inspect-template", request] as const;

export function inspectTemplate(request: InspectTemplateRequest, signal: AbortSignal) {
  return requestJson("/api/templates/inspect", templateInspectionSchema, { method: "POST", body: request, signal });
}

const inspection = (request: InspectTemplateRequest) =>
  queryOptions({
    queryKey: inspectTemplateKey(request),
    queryFn: ({ signal }) => inspectTemplate(request, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** What the template holds and what is wrong with it; asks nothing while there is no text. */
export function useTemplateInspection(request: InspectTemplateRequest) {
  return useQuery({
    ...inspection(request),
    enabled: request.text.trim() !== "",
    placeholderData: keepPreviousData,
  });
}

/** The same for whoever cannot go on without it. */
export function useInspectNow() {
  const client = useQueryClient();
  return (request: InspectTemplateRequest) => client.fetchQuery(inspection(request));
}
