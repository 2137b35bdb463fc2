interface ScrollingTextProps {
  label: string;
  children: string;
}

/** Text as it stands, in a box of its own that scrolls. */
export const ScrollingText = ({ label, children }: ScrollingTextProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
  <section className="json" tabIndex={0} aria-label={label}>
    <pre>{children}</pre>
  </section>
);
