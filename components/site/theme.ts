export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const storageKey = "tightrope-theme";

/** Runs before the first paint, so that a chosen theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem(${JSON.stringify(storageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

export function readTheme(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset["theme"]) ?? "system";
}

export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until the page is left.
  }
  window.dispatchEvent(new Event(themeChanged));
}

export const themeChanged = "tightrope-theme-changed";

/** Calls back when the chosen or the system's theme changes; returns the way to stop. */
export function watchTheme(onChange: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  window.addEventListener(themeChanged, onChange);
  system.addEventListener("change", onChange);
  return () => {
    window.removeEventListener(themeChanged, onChange);
    system.removeEventListener("change", onChange);
  };
}

export function isDark(): boolean {
  const theme = readTheme();
  return theme === "system" ? window.matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
