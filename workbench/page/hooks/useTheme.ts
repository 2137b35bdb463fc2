import { useEffect, useState } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const storedAs = "workbench-theme";

const storedTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(storedAs)) ?? "system";

/** The theme and a setter; it is kept for the next visit. */
export const useTheme = () => {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(storedAs, theme);
  }, [theme]);
  return [theme, setTheme] as const;
};
