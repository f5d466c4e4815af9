/** The theme: kept in the browser, and shown before anything else is here. */
import { effect, signal } from "@preact/signals";
import { keep, stored } from "./storage";
import type { Theme } from "./types";

const THEME = "care-coverage:theme";

export const theme = signal<Theme>("system");

export function keepTheme(): void {
  theme.value = storedTheme();
  effect(() => {
    document.documentElement.dataset["theme"] = theme.value;
    if (theme.value !== storedTheme()) keep(() => localStorage, THEME, theme.value);
  });
}

function storedTheme(): Theme {
  const theme = stored(() => localStorage, THEME);
  return theme === "light" || theme === "dark" ? theme : "system";
}
