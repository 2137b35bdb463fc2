/** The page of the ways to sign in. */
import type { Component, Connection } from "../../engine/component";
import { introduced } from "./entry";
import type { Places } from "./inputs";

/** A connection in the form of everything else that a component offers. */
export const asEntry = ({ key, label, comments = "", inputs = [] }: Connection) => ({
  key,
  display: { label, description: comments },
  inputs,
});

/** The page of the connections, as Markdown. */
export const connectionsPage = ({ connections }: Component, places: Places): string =>
  [
    "# Connections",
    "",
    "Part of the [reference](README.md).",
    "",
    ...connections.flatMap((connection) => introduced(asEntry(connection), places, "##")),
  ].join("\n");
