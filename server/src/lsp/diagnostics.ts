import { pulls } from "./capabilities";
import { PullDiagnostics } from "./pullDiagnostics";
import { PushDiagnostics } from "./pushDiagnostics";
import { logFault } from "./serve";
import type { Session } from "./session";

/** The problems of files, for a client that asks for them and for one that does not. */
export class Diagnostics {
  readonly #push: PushDiagnostics;
  readonly #pull: PullDiagnostics;

  constructor(readonly session: Session) {
    this.#push = new PushDiagnostics(session);
    this.#pull = new PullDiagnostics(session);
  }

  /** The client asks. */
  get arePulled(): boolean {
    return pulls(this.session.capabilities);
  }

  listen(): void {
    this.#pull.listen();
  }

  opened(uri: string): void {
    if (!this.arePulled) this.#push.opened(uri);
  }

  changed(uri: string): void {
    if (this.arePulled) this.#pull.changed(uri);
    else this.#push.changed(uri);
  }

  closed(uri: string): void {
    this.workspaceChanged();
    this.#pull.closed(uri);
    if (!this.arePulled) this.#push.closed(uri);
  }

  /** Files on the disk, settings or the catalogue may have changed. */
  workspaceChanged(): void {
    this.#pull.workspaceChanged();
  }

  /** The client reports changed files. */
  filesAreWatched(): void {
    this.#pull.watches = true;
  }

  /** All files are judged again. */
  refresh(): void {
    this.workspaceChanged();
    const { capabilities, connection } = this.session;
    if (!this.arePulled) this.#push.all();
    else if (capabilities.workspace?.diagnostics?.refreshSupport)
      this.session.attempt(connection.languages.diagnostics.refresh());
  }

  /** A refresh stops what is being answered and asks for all of it again: only for what changed indeed. */
  refreshIf(changed: Promise<boolean>, what: string): void {
    changed.then((isChanged) => isChanged && this.refresh()).catch((error) => logFault(this.session, what, "", error));
  }
}
