import { TextDifference } from "@/components/ui/text-difference";

/** What a change or a version does to the template's text, folded up. */
export function EditDetail({ title, diff }: { title: string; diff: string }) {
  return (
    <details>
      <summary className="caret inline-flex min-h-6 items-center md:min-h-0 text-small text-soft">
        what it changes<span className="sr-only">: {title}</span>
      </summary>
      <TextDifference text={diff} />
    </details>
  );
}
