import { type Theme, themes, useTheme } from "../hooks/useTheme";

const labels: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };

/** Light, dark, or as the system has it. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useTheme();
  return (
    <label className="inline theme">
      Theme
      <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
        {themes.map((each) => (
          <option key={each} value={each}>
            {labels[each]}
          </option>
        ))}
      </select>
    </label>
  );
};
