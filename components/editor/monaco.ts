import { editor } from "monaco-editor/editor";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/languages/definitions/yaml/register";
import "monaco-editor/languages/features/json/register";

/** Monaco with what reading and writing templates and policies needs, its workers served by ourselves. Over a megabyte: import it late. */
self.MonacoEnvironment = {
  getWorker: (_, label) =>
    label === "json"
      ? new Worker(new URL("./json.worker.ts", import.meta.url), { type: "module" })
      : new Worker(new URL("./editor.worker.ts", import.meta.url), { type: "module" }),
};

/** Monaco's own colours stay, but for those with too little contrast (under 4.5 to 1) on our backgrounds. */
for (const { name, base, background, lastLine, rules } of [
  {
    name: "tightrope-light",
    base: "vs",
    background: "#f4f4f2",
    lastLine: "#237893",
    rules: [
      { token: "type", foreground: "006b6b" },
      { token: "number", foreground: "066a45" },
    ],
  },
  {
    name: "tightrope-dark",
    base: "vs-dark",
    background: "#181b1e",
    lastLine: "#858585",
    rules: [{ token: "comment", foreground: "75a362" }],
  },
] as const) {
  editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [...rules],
    colors: {
      "editor.background": background,
      "editorGutter.background": background,
      "editorLineNumber.dimmedForeground": lastLine,
    },
  });
}

export { editor };
