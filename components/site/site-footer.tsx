import { EvidenceLegend } from "@/components/scorecard/evidence-mark";

export function SiteFooter() {
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-baseline gap-x-8 gap-y-2 px-4 py-5 text-small text-soft sm:px-8">
        <p>Every figure carries how it is known.</p>
        <EvidenceLegend />
      </div>
    </footer>
  );
}
