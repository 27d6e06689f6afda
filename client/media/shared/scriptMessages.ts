import type { ScriptAnswer } from "../../../server/src/protocol";

// Between the extension and the panels of tones and dial plans.

/** Sent when the panel has started, when the cursor goes to another script, and after each edit. */
export interface ScriptShown {
  readonly kind: "script";
  /** Null: there is none in the file. */
  readonly script: ScriptAnswer | null;
  /** Name of the file. */
  readonly file: string;
}

export type FromScriptPanel =
  | { readonly kind: "copy"; readonly text: string }
  /** Replaces the script of that name. */
  | { readonly kind: "insert"; readonly name: string; readonly text: string }
  /** Bytes of a WAV file and the name to offer for it. */
  | { readonly kind: "save"; readonly name: string; readonly bytes: Uint8Array };
