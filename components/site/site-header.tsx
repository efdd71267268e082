import Link from "next/link";
import { HeaderNav } from "./header-nav";
import { ThemeToggle } from "./theme-toggle";

export function SiteHeader() {
  return (
    <header className="border-b border-line print-hidden">
      <div className="mx-auto flex h-12 max-w-[90rem] items-center gap-6 px-4 sm:px-8">
        <Link href="/" className="inline-flex items-center gap-2 font-strong">
          <svg viewBox="0 0 24 16" className="h-4 w-6" aria-hidden="true">
            <path d="M0 11.5C8 14.5 16 14.5 24 11.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M5 6.5 19 4.5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
            <circle cx="12" cy="2.5" r="1.75" fill="currentColor" />
            <path d="M12 5v8.5" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          Tightrope
        </Link>
        <HeaderNav />
        <div className="ml-auto">
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
