import type { TriggerPageShown } from "../../api";
import { JsonText } from "./JsonText";
import { ShowMore, useShown } from "./ShowMore";
import { ValueTree } from "./ValueTree";

const titleOf = ({ execution, page, items }: TriggerPageShown): string => {
  const count = items && (items.length === 1 ? "1 item" : `${items.length} items`);
  return [execution, page !== undefined && `page ${page}`, count].filter(Boolean).join(", ");
};

const Page = ({ page }: { page: TriggerPageShown }) => {
  const title = titleOf(page);
  return (
    <li>
      <div className="page-head">
        <h3>{title}</h3>
        {page.resultType && <span className="badge">{page.resultType}</span>}
        {page.branch && <span className="badge">branch {page.branch}</span>}
      </div>
      <ValueTree label={`${title}: what a flow gets`} value={page.items ?? page.data} />
      <details className="kept">
        <summary>State that is kept</summary>
        <JsonText label={`${title}: state`} value={page.state} />
      </details>
    </li>
  );
};

/** What a flow would get of a trigger, page by page. */
export const Pages = ({ pages }: { pages: TriggerPageShown[] }) => {
  const { shown, left, more } = useShown(pages);
  return (
    <>
      <ol className="pages">
        {shown.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages are only ever added at the end
          <Page key={index} page={page} />
        ))}
      </ol>
      <ShowMore left={left} onMore={more} />
    </>
  );
};
