import { type Theme, themes, useTheme } from "../hooks/useTheme";
import { Icon, type IconName } from "./Icon";

const looks: Record<Theme, { label: string; icon: IconName }> = {
  system: { label: "As the system", icon: "screen" },
  light: { label: "Light", icon: "sun" },
  dark: { label: "Dark", icon: "moon" },
};

/** Light, dark, or as the system has it. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useTheme();
  return (
    <fieldset className="segments theme">
      <legend className="hidden">Theme</legend>
      {themes.map((each) => (
        <label key={each} title={looks[each].label}>
          <input type="radio" name="theme" checked={theme === each} onChange={() => setTheme(each)} />
          <span>
            <Icon name={looks[each].icon} />
            <span className="hidden">{looks[each].label}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
