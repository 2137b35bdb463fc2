import type { ExchangeShown } from "../../api";
import { duration } from "./duration";
import { Message } from "./Message";
import { ShowMore, useShown } from "./ShowMore";

/** Not as a URL is read: a secret that was taken out of a host makes it none. */
const pathOf = (url: string): string => url.replace(/^\w+:\/\/[^/?]*/, "");

const outcomeOf = ({ received, error }: ExchangeShown): string =>
  [received && `${received.status} ${received.statusText}`.trim(), error].filter(Boolean).join(", ");

const isGood = ({ received, error }: ExchangeShown): boolean =>
  error === undefined && received !== undefined && received.status < 400;

const Exchange = ({ exchange, number }: { exchange: ExchangeShown; number: number }) => {
  const { method, url, startedAfter, milliseconds, sent, received, error } = exchange;
  return (
    <li>
      <details className="exchange">
        <summary>
          <span className="time">{number}.</span> <strong>{method}</strong> <span className="path">{pathOf(url)}</span>{" "}
          <span className={isGood(exchange) ? "good" : "bad"}>{outcomeOf(exchange)}</span>{" "}
          <span className="time">
            after {duration(startedAfter)}, took {duration(milliseconds)}
          </span>
        </summary>
        <p className="url">
          <code>{url}</code>
        </p>
        <Message title="Sent" message={sent} name={`Request ${number}`} />
        {received && <Message title="Received" message={received} name={`Answer ${number}`} />}
        {error && <p className="problem">{error}</p>}
      </details>
    </li>
  );
};

/** Each HTTP request of a run and its answer, in order. */
export const Exchanges = ({ exchanges }: { exchanges: ExchangeShown[] }) => {
  const { shown, left, more } = useShown(exchanges);
  if (exchanges.length === 0) return <p className="help">Nothing was sent.</p>;
  return (
    <>
      <ol className="exchanges">
        {shown.map((exchange, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: exchanges are only ever added at the end
          <Exchange key={index} exchange={exchange} number={index + 1} />
        ))}
      </ol>
      <ShowMore left={left} onMore={more} />
    </>
  );
};
