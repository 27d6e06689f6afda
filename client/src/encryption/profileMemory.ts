import type * as vscode from "vscode";
import type { Recipe } from "./recipe";

/** What is remembered of a profile. Keys are stored by name. */
export interface Remembered {
  readonly recipe: Recipe;
  /** The encrypted file. */
  readonly target: string;
  readonly keyName: string;
  readonly onSave: boolean;
}

/** What each profile was last encrypted to, and which stored key is in which hidden parameter of its phones. */
export class ProfileMemory {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  of(profile: vscode.Uri): Remembered | undefined {
    return this.#state.get<Remembered>(`encrypted:${profile}`);
  }

  async remember(profile: vscode.Uri, remembered: Remembered): Promise<void> {
    await this.#state.update(`encrypted:${profile}`, remembered);
  }

  /** The name of the key that an encrypted file was last opened or written with. */
  keyName(encrypted: vscode.Uri): string | undefined {
    return this.#state.get<string>(`keyName:${encrypted}`);
  }

  async rememberKeyName(encrypted: vscode.Uri, name: string | undefined): Promise<void> {
    await this.#state.update(`keyName:${encrypted}`, name);
  }

  /** The name of the key that phones of this profile have in a parameter. */
  phoneKey(profile: vscode.Uri, parameter: string): string | undefined {
    return this.#state.get<string>(`held:${parameter}:${profile}`);
  }

  async rememberPhoneKey(profile: vscode.Uri, parameter: string, name: string): Promise<void> {
    await this.#state.update(`held:${parameter}:${profile}`, name);
  }
}
