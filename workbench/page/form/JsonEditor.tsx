import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { Compartment } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { EditorView, minimalSetup } from "codemirror";
import { useEffect, useRef } from "react";
import type { ControlProps } from "./control";

const changing = new Compartment();

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--json-name)" },
  { tag: tags.string, color: "var(--json-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--json-value)" },
]);

const appearance = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--field)", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", maxHeight: "20rem" },
  ".cm-content, .cm-gutter": { minHeight: "6rem" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--field)", color: "var(--muted)", borderRight: "1px solid var(--line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--selection)" },
});

const describe = ({ name, attributes }: ControlProps) =>
  EditorView.contentAttributes.of({
    "aria-multiline": "true",
    ...(name ? { "aria-label": name } : { "aria-labelledby": attributes.labelId }),
    ...(attributes.isRequired ? { "aria-required": "true" } : {}),
  });

/** What changes while the editor is there. */
const state = ({ attributes }: ControlProps) =>
  EditorView.contentAttributes.of({
    ...(attributes.describedBy ? { "aria-describedby": attributes.describedBy } : {}),
    ...(attributes.isInvalid ? { "aria-invalid": "true" } : {}),
  });

const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

const create = (parent: HTMLElement, props: ControlProps, onChange: (text: string) => void) =>
  new EditorView({
    doc: props.value,
    parent,
    extensions: [
      EditorView.cspNonce.of(nonce()),
      syntaxHighlighting(colours),
      minimalSetup,
      foldGutter(),
      indentOnInput(),
      bracketMatching(),
      json(),
      appearance,
      describe(props),
      changing.of(state(props)),
      EditorView.updateListener.of(({ docChanged, state: { doc } }) => {
        if (docChanged) onChange(doc.toString());
      }),
    ],
  });

const JsonEditor = (props: ControlProps) => {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    editor.current = create(host.current, latest.current, (text) => latest.current.onChange(text));
    return () => editor.current?.destroy();
  }, []);

  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === props.value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: props.value } });
  }, [props.value]);

  const { describedBy, isInvalid } = props.attributes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the props, these two alone change what is set
  useEffect(() => {
    editor.current?.dispatch({ effects: changing.reconfigure(state(latest.current)) });
  }, [describedBy, isInvalid]);

  return <div ref={host} className="editor" data-invalid={props.attributes.isInvalid || undefined} />;
};

export default JsonEditor;
