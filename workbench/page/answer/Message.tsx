import { useMemo } from "react";
import type { MessageShown } from "../../api";
import { ScrollingText } from "./ScrollingText";

type Body = NonNullable<MessageShown["body"]>;

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const sizeOf = (size: number) => `${size.toLocaleString("en-GB")} bytes`;

const BodyText = ({ body, name }: { body: Body; name: string }) => {
  const text = useMemo(() => ("text" in body ? pretty(body.text) : body.base64), [body]);
  return (
    <>
      <p className="help">
        Body, {sizeOf(body.size)}
        {"base64" in body && ", as base64"}
        {!body.isWhole && ", cut off"}
      </p>
      <ScrollingText label={`${name}: body`}>{text}</ScrollingText>
    </>
  );
};

interface MessageProps {
  title: string;
  message: MessageShown;
  /** For those who hear instead of see. */
  name: string;
}

/** Headers and body of a request or an answer. */
export const Message = ({ title, message: { headers, body }, name }: MessageProps) => (
  <>
    <h3>{title}</h3>
    <table className="headers" aria-label={`${name}: headers`}>
      <tbody>
        {Object.entries(headers).map(([header, value]) => (
          <tr key={header}>
            <th scope="row">{header}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {body && body.size > 0 && <BodyText body={body} name={name} />}
  </>
);
