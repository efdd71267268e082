/**
 * Who may import whom (docs: section 4 of the design). `npm run lint:imports` checks it; each message says what to do
 * instead.
 */
/** Tests and what only they use. */
const test = "(\\.test|-probe)\\.tsx?$|/(testing|testdata)/";

/** The stages of the domain in the order of the story: each imports earlier ones only. */
const stages = ["template", "sam", "deployment", "approaches", "trial", "changes", "scoring"];

/** Those that weigh policies; the stages before them only say what a deployment does. */
const stagesWithPolicies = ["approaches", "trial", "changes", "scoring"];

const stageRules = stages.slice(0, -1).map((stage, index) => ({
  name: `domain-${stage}-imports-earlier-stages`,
  comment: `lib/domain/${stage} comes before ${stages.slice(index + 1).join(", ")} in the story and cannot know them. Move what both need to an earlier stage, or pass it in.`,
  severity: "error",
  from: { path: `^lib/domain/${stage}/`, pathNot: test },
  to: { path: `^lib/domain/(${stages.slice(index + 1).join("|")})/` },
}));

export default {
  forbidden: [
    ...stageRules,
    {
      name: "domain-stages-do-not-know-the-whole",
      comment:
        "compare.ts and its neighbours tell the story by calling the stages; a stage that imports them turns it round. A stage may use the shared words: json, problem, stack, evidence.",
      severity: "error",
      from: { path: "^lib/domain/[^/]+/", pathNot: test },
      to: { path: "^lib/domain/[^/]+\\.ts$", pathNot: "^lib/domain/(json|problem|stack|evidence)\\.ts$" },
    },
    {
      name: "domain-policy-stands-alone",
      comment:
        "lib/domain/policy evaluates policies and knows nothing of templates and deployments: it imports itself, json.ts and problem.ts. What a stage needs of it, the stage asks for.",
      severity: "error",
      from: { path: "^lib/domain/policy/", pathNot: test },
      to: { path: "^lib/", pathNot: "^lib/domain/(policy/|json\\.ts$|problem\\.ts$)" },
    },
    {
      name: "early-stages-do-not-weigh-policies",
      comment:
        "What a deployment calls does not depend on who may: template, sam and deployment leave lib/domain/policy to the later stages.",
      severity: "error",
      from: {
        path: `^lib/domain/(${stages.filter((stage) => !stagesWithPolicies.includes(stage)).join("|")})/`,
        pathNot: test,
      },
      to: { path: "^lib/domain/policy/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "domain-is-pure",
      comment:
        "The domain runs in the worker, the command line, a test and a browser worker: no Node modules, no React, no Prisma, nothing of lib/ beside it. Read files in lib/data, talk to the world in lib/server/adapters, and pass the result in.",
      severity: "error",
      from: { path: "^lib/domain/", pathNot: test },
      to: { pathNot: ["^lib/domain/", "^node_modules/(yaml|zod)/"] },
    },
    {
      name: "domain-shared-words-come-first",
      comment: "json, problem, stack and evidence are the words of every stage and import nothing but each other.",
      severity: "error",
      from: { path: "^lib/domain/(json|problem|stack|evidence)\\.ts$" },
      to: { pathNot: "^lib/domain/(json|problem|stack|evidence)\\.ts$" },
    },
    {
      name: "pages-call-the-server-not-the-domain",
      comment:
        "A route parses its input, calls one function of lib/server and renders. Of lib/domain it takes types (`import type`); the work itself belongs in lib/server.",
      severity: "error",
      from: { path: "^app/", pathNot: test },
      to: { path: "^lib/(domain|data)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-know-nothing-of-other-programs",
      comment:
        "The command line and the worker are programs of their own. Share code through lib/server or lib/schemas.",
      severity: "error",
      from: { path: "^(app|components|lib/server|lib/data|lib/schemas)/", pathNot: test },
      to: { path: "^(lib/cli|lib/worker|scripts|e2e)/" },
    },
    {
      name: "components-get-data-by-request",
      comment:
        "Components run in the browser: they ask the API through components/queries with contracts of lib/schemas. lib/server, lib/data and routes would end up in the bundle.",
      severity: "error",
      from: { path: "^components/", pathNot: test },
      to: { path: "^(lib/(server|data|generated)|app)/" },
    },
    {
      name: "components-take-types-of-the-domain",
      comment:
        "Components take types of lib/domain (`import type`); running it on the page would block it. Do it in a *.worker.ts, or ask the server.",
      severity: "error",
      from: { path: "^components/", pathNot: [test, "\\.worker\\.ts$"] },
      to: { path: "^lib/domain/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-is-product-agnostic",
      comment: "components/ui would serve any product: what knows of runs and policies lives in a folder beside it.",
      severity: "error",
      from: { path: "^components/ui/", pathNot: test },
      to: { path: "^(lib/|components/(?!ui/))" },
    },
    {
      name: "server-does-not-know-its-pages",
      comment:
        "lib/server is called by pages and the worker, and returns data. What it shares with them is in lib/schemas.",
      severity: "error",
      from: { path: "^lib/(server|schemas|data|cli|worker)/", pathNot: test },
      to: { path: "^(app|components)/" },
    },
    {
      name: "schemas-are-for-every-side",
      comment: "lib/schemas is read by the browser too: zod and types of the domain, nothing that needs a server.",
      severity: "error",
      from: { path: "^lib/schemas/", pathNot: test },
      to: { path: "^lib/(?!schemas/|domain/)" },
    },
    {
      name: "data-is-read-by-the-programs",
      comment: "lib/data reads tables from disk in the shapes of the domain; it knows no other part.",
      severity: "error",
      from: { path: "^lib/data/", pathNot: test },
      to: { path: "^lib/(?!data/|domain/)" },
    },
    {
      name: "prisma-stays-in-the-server",
      comment: "Rows become plain data in lib/server, so that a change of the tables stops there.",
      severity: "error",
      from: { pathNot: "^lib/(server|generated)/" },
      to: { path: "^lib/generated/prisma/|^node_modules/@prisma/client/" },
    },
    {
      name: "oracles-are-for-tests",
      comment:
        "@cloud-copilot/iam-simulate is AGPL-3.0 and judges our evaluation from outside: scripts may compare with it, the program may not hold it.",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^node_modules/@cloud-copilot/iam-simulate/" },
    },
    {
      name: "tests-are-not-imported",
      comment: "Move what a test and the program share into a file of its own.",
      severity: "error",
      from: {},
      to: { path: "\\.test\\.tsx?$" },
    },
    {
      name: "test-helpers-are-for-tests",
      comment: "lib/server/test-database.ts needs the server that Vitest starts.",
      severity: "error",
      from: { pathNot: [test, "^scripts/setup/", "test-"] },
      to: { path: "^lib/server/test-" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one, or have a third in common.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "lib/generated"] },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
