export function Intro() {
  return (
    <div className="max-w-[60ch]">
      <h1 className="text-figure font-strong tracking-tight text-balance">
        Which policy should your deploy role have?
      </h1>
      <p className="mt-2 text-soft">
        Give it a SAM template. Tightrope writes the role&apos;s policy in three ways, tries each against a simulated
        deployment, and shows how long each takes to work, what it grants, and which template changes it survives.
      </p>
    </div>
  );
}
