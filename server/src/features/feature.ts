import type {
  CancellationToken,
  ProtocolRequestType,
  Range,
  ServerCapabilities,
  TextDocumentIdentifier,
} from "vscode-languageserver-protocol";
import type { FileProblem } from "../analysis/fileProblem";
import type { UserSettings } from "../analysis/settings";
import type { Snapshot } from "../analysis/snapshot";
import type { Device } from "../devices/device";
import type { ThemeKind } from "../protocol";
import type { JsonText } from "../text/jsonText";
import type { Position } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { EffectiveRun } from "./effectiveRun";
import type { SiteRemark } from "./siteRemarks";
import type { SiteServer } from "./workspaceSite";

/** Lines of one version of a file. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** One version of a file, as a feature sees it. */
export interface OpenFile {
  readonly uri: string;
  readonly version: number;
  readonly snapshot: Snapshot;
  readonly lines: Lines;
  readonly settings: UserSettings;
  /** What the client can do, where an answer depends on it. */
  readonly client: ClientAbilities;
  /** The phone that a person chose to preview rules for; undefined while none is chosen. */
  readonly previewDevice?: Device;
  /** What the site makes of its settings, as far as it is known. */
  readonly remarks?: readonly SiteRemark[];
  /** What it makes of its data has these problems, at its places. */
  readonly rendered?: readonly FileProblem[];
  /** What the chosen device ends up with, for features that prepare it. */
  readonly effective?: EffectiveRun;
}

export interface ClientAbilities {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly markdown: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly editRangeDefault: boolean;
  /** It runs the commands of our own extension. */
  readonly commands?: boolean;
  /** The theme of a client that shows pictures in hovers; undefined for one that does not. */
  readonly pictures?: ThemeKind;
}

/** One LSP request about one file: its capability, its handler and its empty answer, side by side. */
export interface Feature<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR = never, O = unknown> {
  readonly request: ProtocolRequestType<P, R, PR, void, O>;
  readonly capability: Partial<ServerCapabilities>;
  readonly empty: R;
  /** What it needs to know beside the file, asked for before it runs. */
  prepare?(file: OpenFile, server: SiteServer): Promise<Partial<OpenFile>>;
  run(file: OpenFile, params: P, token: CancellationToken): R;
  /** The same in small steps, between which other messages are handled: for answers that take long of large files. */
  steps?(file: OpenFile, params: P): Generator<void, R | JsonText>;
}

/** Does all steps at once. */
export function allSteps<R>(steps: Generator<void, R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function rangeOf(span: Span, lines: Lines): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
