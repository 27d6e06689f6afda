import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { UserSettings } from "../analysis/settings";
import { type AnalyzerPool, Snapshot } from "../analysis/snapshot";
import { mergeChanges } from "../analysis/textChange";
import type { TextChange } from "../dialects/dialect";
import type { ClientAbilities, OpenFile } from "../features/feature";
import type { ProfileDocument } from "../profile/profileDocument";

/** One open file: its text, what was read of it, and the edits since. */
interface Entry {
  document: TextDocument;
  tree: ProfileDocument | undefined;
  /** What happened to the text since `tree` was read; undefined: nothing. `whole`: everything. */
  pending: TextChange | "whole" | undefined;
  snapshot: Snapshot | undefined;
  pool: AnalyzerPool | undefined;
  settings: UserSettings | undefined;
}

/** The files a client has open. Nothing is read before somebody asks. */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#entries.set(uri, {
      document: TextDocument.create(uri, languageId, version, text),
      tree: undefined,
      pending: "whole",
      snapshot: undefined,
      pool: undefined,
      settings: undefined,
    });
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    for (const change of changes) {
      const pending = changeOf(change, entry.document);
      entry.document = TextDocument.update(entry.document, [change], version);
      if (pending === "whole" || entry.pending === "whole") entry.pending = "whole";
      else entry.pending = entry.pending ? mergeChanges(entry.pending, pending) : pending;
    }
    entry.snapshot = undefined;
  }

  close(uri: string): void {
    this.#entries.delete(uri);
  }

  get count(): number {
    return this.#entries.size;
  }

  uris(): Iterable<string> {
    return this.#entries.keys();
  }

  version(uri: string): number | undefined {
    return this.#entries.get(uri)?.document.version;
  }

  /** The present version with what is known of it; undefined when the file is not open. */
  file(uri: string, pool: AnalyzerPool, settings: UserSettings, client: ClientAbilities): OpenFile | undefined {
    const entry = this.#entries.get(uri);
    if (!entry) return undefined;
    const { document } = entry;
    if (!entry.snapshot || entry.pool !== pool || entry.settings !== settings) {
      const text = document.getText();
      if (!entry.tree || entry.pending === "whole" || entry.pool?.catalogue !== pool.catalogue) {
        entry.tree = pool.dialect.read(text, pool.catalogue);
      } else if (entry.pending) {
        entry.tree = pool.dialect.read(text, pool.catalogue, entry.tree, entry.pending);
      }
      entry.pending = undefined;
      entry.snapshot = new Snapshot(text, entry.tree, pool, settings.analysis);
      entry.pool = pool;
      entry.settings = settings;
    }
    return { uri, version: document.version, snapshot: entry.snapshot, lines: document, settings, client };
  }
}

/** What one content change does to the text, before it is applied. */
function changeOf(change: TextDocumentContentChangeEvent, document: TextDocument): TextChange | "whole" {
  if (!("range" in change)) return "whole";
  const a = document.offsetAt(change.range.start);
  const b = document.offsetAt(change.range.end);
  const start = Math.min(a, b);
  return { start, oldEnd: Math.max(a, b), newEnd: start + change.text.length };
}
