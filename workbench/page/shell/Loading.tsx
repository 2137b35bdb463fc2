/** Stands where something is about to be. */
export const Loading = () => (
  <div className="loading" role="status">
    <span className="hidden">Loading …</span>
    <span className="bone" />
    <span className="bone" />
    <span className="bone" />
  </div>
);
