import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { diagnosticTexts } from "../features/diagnostics";
import { JsonText } from "../text/jsonText";
import { logFault } from "./serve";
import type { Session } from "./session";

/** Milliseconds without an edit before diagnostics are sent. */
const quiet = 120;

/** Sends diagnostics to clients that do not ask for them. */
export class PushDiagnostics {
  readonly #waiting = new Map<string, () => void>();

  constructor(readonly session: Session) {}

  /** A file was opened: its problems are sent at once. */
  opened(uri: string): void {
    void this.#publish(uri);
  }

  /** The first edit after a rest is answered at once, those that follow closely when they pause. */
  changed(uri: string): void {
    const waiting = this.#waiting.get(uri);
    waiting?.();
    if (!waiting) void this.#publish(uri);
    this.#waiting.set(
      uri,
      this.session.runtime.delay(quiet, () => {
        this.#waiting.delete(uri);
        if (waiting) void this.#publish(uri);
      }),
    );
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  all(): void {
    for (const uri of this.session.documents.uris()) void this.#publish(uri);
  }

  async #publish(uri: string): Promise<void> {
    const { session } = this;
    try {
      const file = await session.file(uri);
      if (!file) return;
      const head = `{"uri":${JSON.stringify(uri)},"version":${file.version},"diagnostics":`;
      const params: unknown = new JsonText(diagnosticTexts(file, head, "}"));
      // What was worked out for an older version must not replace newer results.
      if (session.documents.version(uri) !== file.version) return;
      await session.connection.sendDiagnostics(params as PublishDiagnosticsParams);
    } catch (error) {
      logFault(session, "diagnostics", uri, error);
    }
  }
}
