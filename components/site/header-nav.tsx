"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/", title: "New run" },
  { href: "/runs", title: "Runs" },
  { href: "/settings/times", title: "Times" },
];

/** The team's places; a reader of a shared link is shown that run alone. */
export function HeaderNav() {
  const pathname = usePathname();
  if (pathname.startsWith("/share/")) return null;
  return (
    <nav aria-label="Main" className="flex gap-5">
      {places.map(({ href, title }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className="inline-flex min-h-8 items-center whitespace-nowrap text-soft hover:text-ink aria-[current=page]:text-ink"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
