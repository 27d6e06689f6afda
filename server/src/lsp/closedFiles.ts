import { TextDocument } from "vscode-languageserver-textdocument";
import type { DialectServices } from "../analysis/dialectServices";
import type { UserSettings } from "../analysis/settings";
import { Snapshot } from "../analysis/snapshot";
import type { ClientAbilities, OpenFile } from "../features/feature";
import type { Runtime } from "./runtime";

/** What is needed of a session. */
interface Reading {
  readonly runtime: Runtime;
  readonly services: DialectServices;
  readonly client: ClientAbilities;
  settings(uri: string): Promise<UserSettings>;
}

/** A file of the workspace that is not open; undefined when it is unreadable or not of ours. */
export async function readClosed(session: Reading, uri: string): Promise<OpenFile | undefined> {
  const text = await session.runtime.readFile?.(uri);
  if (text === undefined) return undefined;
  const service = session.services.forFile({ name: uri, head: text });
  if (!service) return undefined;
  const tree = service.dialect.read(text, service.catalogue);
  // Pieces without a root may be of anything; only what is surely ours is reported unasked.
  if (tree.form !== "whole") return undefined;
  const settings = await session.settings(uri);
  const snapshot = new Snapshot(text, tree, service, settings.analysis);
  return { uri, version: 0, snapshot, lines: TextDocument.create(uri, "", 0, text), settings, client: session.client };
}
