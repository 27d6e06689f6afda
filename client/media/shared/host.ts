import * as l10n from "@vscode/l10n";
import { numberedTexts } from "../../../server/src/text/numberedTexts";

// The way from a panel's script to the extension. Import it before modules with texts: the page has those of the
// editor's language, and they must be known before the first of them is asked for.

const packed = document.getElementById("panel")?.dataset.texts;
if (packed) l10n.config({ contents: numberedTexts(() => JSON.parse(packed)) });

interface PanelHost {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): PanelHost;

const host = acquireVsCodeApi();

/** Receives messages of the extension, and reports that this script has started. */
export function connect<ToPanel>(hear: (message: ToPanel) => void): void {
  window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => hear(data));
  host.postMessage({ kind: "ready" });
}

export function send<FromPanel extends { readonly kind: string }>(message: FromPanel): void {
  host.postMessage(message);
}

/** What the panel keeps of itself while it is hidden. */
export function kept<State extends object>(): Partial<State> {
  return (host.getState() ?? {}) as Partial<State>;
}

export function keep(state: object): void {
  host.setState(state);
}
