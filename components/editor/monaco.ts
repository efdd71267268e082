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

for (const [name, base, background] of [
  ["tightrope-light", "vs", "#f4f4f2"],
  ["tightrope-dark", "vs-dark", "#181b1e"],
] as const) {
  editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [],
    colors: { "editor.background": background, "editorGutter.background": background },
  });
}

export { editor };
