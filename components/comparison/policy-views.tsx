import Link from "next/link";

export type PolicyView = "proposed" | "working" | "beside";

const views: readonly { readonly view: PolicyView; readonly title: string }[] = [
  { view: "proposed", title: "As proposed" },
  { view: "working", title: "Working" },
  { view: "beside", title: "Side by side" },
];

export function readPolicyView(show: string | undefined): PolicyView {
  return views.find(({ view }) => view === show)?.view ?? "proposed";
}

export function PolicyViewLinks({ current, path }: { current: PolicyView; path: string }) {
  return (
    <nav aria-label="Which policies" className="inline-flex rounded-small border border-edge">
      {views.map(({ view, title }) => (
        <Link
          key={view}
          href={view === "proposed" ? path : `${path}?show=${view}`}
          scroll={false}
          aria-current={view === current ? "true" : undefined}
          className="inline-flex min-h-8 items-center border-l border-line px-3 text-soft first:border-l-0 aria-[current=true]:bg-wash aria-[current=true]:font-strong aria-[current=true]:text-ink"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
