import type { Level } from "../../api";

const levels: [level: Level, label: string][] = [
  ["user", "User level"],
  ["company", "Company level"],
];

interface LevelChoiceProps {
  level: Level;
  onChange: (level: Level) => void;
}

/** Whose data the token of the sandbox reaches: one account's, or its company's. */
export const LevelChoice = ({ level, onChange }: LevelChoiceProps) => (
  <fieldset className="segments level">
    <legend className="hidden">Level of the token</legend>
    {levels.map(([each, label]) => (
      <label key={each}>
        <input type="radio" name="level" checked={level === each} onChange={() => onChange(each)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
