import Link from "next/link";
import type { ButtonHTMLAttributes, ComponentProps } from "react";

type Look = "primary" | "quiet" | "plain";

const shared =
  "inline-flex min-h-8 items-center justify-center gap-2 rounded-small text-body whitespace-nowrap disabled:opacity-50";

const looks: Record<Look, string> = {
  primary: "bg-accent px-4 font-strong text-on-accent hover:opacity-90",
  quiet: "border border-edge px-3 hover:bg-wash",
  plain: "text-accent underline decoration-1 underline-offset-[0.2em] hover:decoration-2",
};

export function Button({
  look = "quiet",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="button" {...rest} className={`${shared} ${looks[look]} ${className}`} />;
}

export function ButtonLink({ look = "quiet", className = "", ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link {...rest} className={`${shared} ${looks[look]} ${className}`} />;
}
