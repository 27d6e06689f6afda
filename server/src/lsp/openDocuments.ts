import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import type { UserSettings } from "../analysis/settings";
import { Snapshot } from "../analysis/snapshot";
import { mergeChanges } from "../analysis/textChange";
import { plainAddress } from "../deployment/site/tree";
import type { Dialect } from "../dialects/dialect";
import { headLength } from "../dialects/recognize";
import type { ClientAbilities, OpenFile } from "../features/feature";
import type { Neighbors } from "../profile/neighbors";
import type { ProfileDocument } from "../profile/profileDocument";
import { EditedText } from "../text/editedText";
import type { PiecedText } from "../text/piecedText";
import type { TextChange } from "../text/textChange";

/** Characters of a file of which the beginning is answered first: less is read in a moment. */
const largeFile = 500_000;
/** Characters of that beginning, some screens. */
const beginningLength = 32_768;
/** Characters that are read in one step after it. */
const stepLength = 131_072;

/** One open file: its text, what was read of it, and the edits since. */
interface Entry {
  /** No other has it, also after the file was closed. */
  readonly serial: number;
  readonly languageId: string;
  /** Decided when the file is first asked about, and again when all of its text is replaced. */
  dialect: Dialect | undefined;
  version: number;
  text: EditedText;
  tree: ProfileDocument | undefined;
  /** What happened to the text since `tree` was read; undefined: nothing. `whole`: everything. */
  pending: TextChange | "whole" | undefined;
  snapshot: Snapshot | undefined;
  service: DialectService | undefined;
  settings: UserSettings | undefined;
}

/** The files a client has open. Nothing is read before somebody asks. */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();
  /** By plain address. */
  readonly #uris = new Map<string, string>();
  #serial = 0;

  open(uri: string, version: number, text: string, languageId: string): void {
    this.#uris.set(plainAddress(uri), uri);
    this.#entries.set(uri, {
      serial: ++this.#serial,
      languageId,
      dialect: undefined,
      version,
      text: new EditedText(text),
      tree: undefined,
      pending: "whole",
      snapshot: undefined,
      service: undefined,
      settings: undefined,
    });
  }

  /** Answers what happened to the text. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): readonly (TextChange | "whole")[] {
    const entry = this.#entries.get(uri);
    if (!entry) return [];
    const all: (TextChange | "whole")[] = [];
    for (const change of changes) {
      const applied = apply(change, entry);
      all.push(applied);
      if (applied === "whole" || entry.pending === "whole") entry.pending = "whole";
      else entry.pending = entry.pending ? mergeChanges(entry.pending, applied) : applied;
    }
    entry.version = version;
    entry.snapshot = undefined;
    return all;
  }

  close(uri: string): void {
    this.#entries.delete(uri);
    this.#uris.delete(plainAddress(uri));
  }

  /** An open file as it is typed, with a word for this content; undefined when it is not open. */
  typed(address: string): { readonly id: string; readonly text: PiecedText } | undefined {
    const uri = this.#uris.get(address);
    const entry = uri === undefined ? undefined : this.#entries.get(uri);
    return entry && { id: `${entry.serial}.${entry.version}`, text: entry.text.text };
  }

  get count(): number {
    return this.#entries.size;
  }

  uris(): Iterable<string> {
    return this.#entries.keys();
  }

  version(uri: string): number | undefined {
    return this.#entries.get(uri)?.version;
  }

  /**
   * The beginning of a large file of which nothing was read yet. The rest counts as added to it: it is read by `readOn`, or
   * when the file is asked for.
   */
  beginning(
    uri: string,
    services: DialectServices,
    settings: UserSettings,
    client: ClientAbilities,
  ): OpenFile | undefined {
    const entry = this.#entries.get(uri);
    if (!entry || entry.tree || entry.text.text.length < largeFile) return undefined;
    const service = serviceOf(uri, entry, services);
    if (!service) return undefined;
    const { text } = entry.text;
    const tree = service.dialect.read(text.slice(0, beginningLength), service.catalogue);
    entry.tree = tree;
    entry.pending = addition(tree.length, text.length);
    entry.service = service;
    const snapshot = new Snapshot(text, tree, service, settings.analysis);
    return { uri, version: entry.version, snapshot, lines: entry.text, settings, client };
  }

  /** Reads some more of a file whose beginning was read; false when nothing is left, or it was edited. */
  readOn(uri: string): boolean {
    const entry = this.#entries.get(uri);
    if (!entry?.tree || !entry.service || typeof entry.pending !== "object") return false;
    const { tree, pending, service } = entry;
    const { text } = entry.text;
    if (pending.start !== tree.length || pending.newEnd !== text.length) return false;
    const end = Math.min(tree.length + stepLength, text.length);
    entry.tree = service.dialect.read(text.slice(0, end), service.catalogue, tree, addition(tree.length, end));
    entry.pending = end < text.length ? addition(end, text.length) : undefined;
    return true;
  }

  /** The present version with what is known of it; undefined when the file is not open, or of no dialect. */
  file(
    uri: string,
    services: DialectServices,
    settings: UserSettings,
    client: ClientAbilities,
    neighbors?: Neighbors,
  ): OpenFile | undefined {
    const entry = this.#entries.get(uri);
    const service = entry && serviceOf(uri, entry, services);
    if (!service) return undefined;
    const hasOthers = neighbors !== undefined && entry.snapshot?.neighbors !== neighbors;
    if (!entry.snapshot || entry.service !== service || entry.settings !== settings || hasOthers) {
      const { text } = entry.text;
      if (!entry.tree || entry.pending === "whole" || entry.service?.catalogue !== service.catalogue) {
        entry.tree = service.dialect.read(text, service.catalogue);
      } else if (entry.pending) {
        entry.tree = service.dialect.read(text, service.catalogue, entry.tree, entry.pending);
      }
      entry.pending = undefined;
      entry.snapshot = new Snapshot(text, entry.tree, service, settings.analysis, undefined, neighbors);
      entry.service = service;
      entry.settings = settings;
    }
    return { uri, version: entry.version, snapshot: entry.snapshot, lines: entry.text, settings, client };
  }
}

function serviceOf(uri: string, entry: Entry, services: DialectServices): DialectService | undefined {
  if (!entry.dialect || entry.pending === "whole") {
    const head = entry.text.text.slice(0, headLength);
    entry.dialect = services.dialectOf({ name: uri, head, languageId: entry.languageId });
  }
  return entry.dialect && services.of(entry.dialect);
}

/** What is added when a text of `length` characters goes on up to `end`. */
const addition = (length: number, end: number): TextChange => ({ start: length, oldEnd: length, newEnd: end });

/** Applies one content change; says what it did to the text. */
function apply(change: TextDocumentContentChangeEvent, entry: Entry): TextChange | "whole" {
  if (!("range" in change)) {
    entry.text = new EditedText(change.text);
    return "whole";
  }
  const a = entry.text.offsetAt(change.range.start);
  const b = entry.text.offsetAt(change.range.end);
  const start = Math.min(a, b);
  const oldEnd = Math.max(a, b);
  entry.text.replace(start, oldEnd, change.text);
  return { start, oldEnd, newEnd: start + change.text.length };
}
