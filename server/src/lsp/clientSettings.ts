import type { Connection } from "vscode-languageserver";
import { defaultUserSettings, readSettings, type UserSettings } from "../analysis/settings";
import type { Runtime } from "./runtime";

/** Milliseconds that files wait for their settings. */
const maxWaitMs = 1_000;

/**
 * Settings of files, asked of the client once for each. A client that answers with an error has the settings it
 * started with; one that does not answer has them until it does, and only the first files wait for it.
 */
export class ClientSettings {
  /** The client can be asked. */
  pulls = false;
  /** An answer came after files were served without it. */
  onLate: () => void = () => undefined;
  /** Settings were read. */
  onRead: (settings: UserSettings) => void = () => undefined;
  readonly #asked = new Map<string, Promise<UserSettings>>();
  readonly #known = new Map<string, UserSettings>();
  #initial: UserSettings = defaultUserSettings;
  #isSilent = false;

  constructor(
    readonly connection: Connection,
    readonly runtime: Runtime,
  ) {}

  useInitial(raw: unknown): void {
    if (raw === undefined || raw === null) return;
    this.#initial = readSettings(raw);
    this.onRead(this.#initial);
  }

  async of(uri: string): Promise<UserSettings> {
    if (!this.pulls) return this.#initial;
    const known = this.#known.get(uri);
    if (known) return known;
    let asked = this.#asked.get(uri);
    if (!asked) {
      asked = this.#ask(uri);
      this.#asked.set(uri, asked);
    }
    return this.#isSilent ? this.#initial : asked;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#asked.delete(uri);
  }

  /** Asks again for `uris` and forgets all others; answers whether any has other settings than before. */
  async askAgain(uris: readonly string[]): Promise<boolean> {
    const before = uris.flatMap((uri) => {
      const known = this.#known.get(uri);
      return known ? [{ uri, known }] : [];
    });
    this.#known.clear();
    this.#asked.clear();
    this.#isSilent = false;
    const changes = before.map(async ({ uri, known }) => {
      if (JSON.stringify(await this.of(uri)) !== JSON.stringify(known)) return true;
      this.#known.set(uri, known); // what was made with them stays
      return false;
    });
    return (await Promise.all(changes)).includes(true);
  }

  /** The client's answer, or what is used until it comes. */
  #ask(uri: string): Promise<UserSettings> {
    return new Promise((resolve) => {
      let isServed = this.#isSilent;
      const stopWaiting = this.runtime.delay(maxWaitMs, () => {
        isServed = true;
        this.#isSilent = true;
        resolve(this.#initial);
      });
      const answered = (raw: unknown): void => {
        stopWaiting();
        const settings = raw === null || raw === undefined ? this.#initial : readSettings(raw);
        this.onRead(settings);
        this.#isSilent = false;
        if (this.#asked.has(uri)) this.#known.set(uri, settings);
        resolve(settings);
        if (isServed && JSON.stringify(settings) !== JSON.stringify(this.#initial)) this.onLate();
      };
      const asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section: "flatProfile" });
      asked.then(answered, () => answered(undefined));
    });
  }
}
