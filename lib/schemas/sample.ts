import { z } from "zod";

/** GET /api/samples: the templates that the start page offers, with the settings of their recorded answers. */
export const sampleSchema = z.object({
  /** As in `order-pipeline`. */
  name: z.string(),
  fileName: z.string(),
  /** One sentence about what the template makes. */
  description: z.string(),
  templateText: z.string(),
  stackName: z.string(),
  region: z.string(),
  account: z.string(),
});
export const sampleListSchema = z.object({ samples: z.array(sampleSchema) });

export type Sample = z.infer<typeof sampleSchema>;
export type SampleList = z.infer<typeof sampleListSchema>;
