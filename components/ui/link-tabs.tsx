"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export interface LinkTab {
  readonly href: string;
  readonly title: string;
  readonly count?: number | undefined;
}

/** Tabs that are places: each has its own address. The bar stays in sight, and the current tab within the bar. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const pathname = usePathname();
  const bar = useRef<HTMLElement>(null);

  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>(`a[href="${pathname}"]`);
    if (bar.current && current) bar.current.scrollLeft = current.offsetLeft - 48;
  }, [pathname]);

  /** A reader who is deep in one tab starts the next one at its top; the bar itself moves along, its parent does not. */
  const bringToTop = () => {
    const top = bar.current?.parentElement?.offsetTop ?? 0;
    if (window.scrollY > top) window.scrollTo({ top });
  };

  return (
    <nav
      ref={bar}
      aria-label={label}
      className="print-hidden sticky top-0 z-20 -mx-4 flex gap-6 overflow-x-auto border-b border-line bg-paper px-4 [scrollbar-width:none] sm:-mx-8 sm:px-8"
    >
      {tabs.map(({ href, title, count }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          onClick={bringToTop}
          aria-current={pathname === href ? "page" : undefined}
          className="inline-flex h-11 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-soft -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          <PendingTitle title={title} />
          {count !== undefined && <span className="figures text-small text-soft">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Says that the tab is on its way where the server takes a moment. */
function PendingTitle({ title }: { title: string }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "animate-pulse text-accent" : ""}>{title}</span>;
}
