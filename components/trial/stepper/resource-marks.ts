import type { ResourceState } from "./resource-states";

interface Mark {
  readonly glyph: string;
  readonly word: string;
  readonly look: string;
}

export const resourceMarks: Readonly<Record<ResourceState, Mark>> = {
  waiting: { glyph: "·", word: "waiting", look: "border-dashed border-line text-soft" },
  "in-progress": { glyph: "▸", word: "in progress", look: "border-accent text-accent" },
  created: { glyph: "✓", word: "created", look: "border-edge" },
  updated: { glyph: "✓", word: "updated", look: "border-edge bg-wash" },
  failed: { glyph: "✕", word: "failed", look: "border-denied bg-denied-wash text-denied" },
  "rolled-back": { glyph: "↺", word: "rolled back", look: "border-line text-soft line-through" },
  deleted: { glyph: "–", word: "deleted", look: "border-line text-soft line-through" },
  "delete-failed": { glyph: "!", word: "delete failed", look: "border-denied border-dashed text-denied" },
};
