import type * as vscode from "vscode";
import { secretPrefix } from "../preview/deviceStore";

const indexKey = "flatProfile.keyNames";
/** Devices of the preview name their GPP_SA to GPP_SD by the same names. */
const prefix = secretPrefix;

/** Keys by name in the editor's SecretStorage, and nowhere else. */
export class KeyStore {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  async names(): Promise<readonly string[]> {
    const index: unknown = JSON.parse((await this.#secrets.get(indexKey)) ?? "[]");
    return Array.isArray(index) ? index.filter((name) => typeof name === "string") : [];
  }

  get(name: string): Thenable<string | undefined> {
    return this.#secrets.get(prefix + name);
  }

  async add(name: string, key: string): Promise<void> {
    await this.#secrets.store(prefix + name, key);
    await this.#keep(new Set([...(await this.names()), name]));
  }

  async delete(name: string): Promise<void> {
    await this.#secrets.delete(prefix + name);
    await this.#keep(new Set((await this.names()).filter((other) => other !== name)));
  }

  async #keep(names: ReadonlySet<string>): Promise<void> {
    await this.#secrets.store(indexKey, JSON.stringify([...names].sort()));
  }
}
