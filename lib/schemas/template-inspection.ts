import { z } from "zod";
import { problemSchema } from "./problem";

/** POST /api/templates/inspect: what the start page shows while a template is being chosen. Always 200; faults are problems. */
export const inspectTemplateRequestSchema = z.object({
  text: z.string(),
  fileName: z.string().max(255).optional(),
});

export const templateParameterSchema = z.object({
  name: z.string(),
  /** As in `String`, `Number`, `List<AWS::EC2::Subnet::Id>`. */
  type: z.string(),
  /** As text, as CloudFormation takes it; `null` where the template has none. */
  default: z.string().nullable(),
  /** Empty where any value is allowed. */
  allowedValues: z.array(z.string()),
  description: z.string().nullable(),
  noEcho: z.boolean(),
});

export const templateInspectionSchema = z.object({
  /** Faults of the text, with line numbers. The template can be run when none of them is an error. */
  problems: z.array(problemSchema),
  parameters: z.array(templateParameterSchema),
  /** As the user wrote them, before SAM expands. */
  resourceCount: z.int(),
  /** Most frequent first. */
  resourceTypes: z.array(z.object({ type: z.string(), count: z.int() })),
  /** The file's name made legal. */
  suggestedStackName: z.string(),
  /** Local paths of nested applications that the template names; their texts may be given as `nestedTemplates`. */
  nestedTemplatePaths: z.array(z.string()),
});

export type InspectTemplateRequest = z.infer<typeof inspectTemplateRequestSchema>;
export type TemplateParameter = z.infer<typeof templateParameterSchema>;
export type TemplateInspection = z.infer<typeof templateInspectionSchema>;
