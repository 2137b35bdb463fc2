/** Outlines on a grid of 16, drawn with a stroke. */
const outlines = {
  alert: "M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1",
  bench: "M2 5.5h12M3.5 5.5v8M12.5 5.5v8M3.5 9.5h9M6 2.5h4",
  check: "M3 8.5 6.5 12 13 4.5",
  chevron: "M4 6l4 4 4-4",
  flask: "M6 2h4M6.8 2v4.2L3 12.6c-.4.8 0 1.4.8 1.4h8.4c.8 0 1.2-.6.8-1.4L9.2 6.2V2M4.9 10h6.2",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
  play: "M4.5 3v10l8-5z",
  screen: "M2 3h12v8H2zM6 14h4M8 11v3",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9",
} as const;

export type IconName = keyof typeof outlines;

/** A small picture beside words that say the same: it is not read aloud. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={outlines[name]} />
  </svg>
);
