import * as l10n from "@vscode/l10n";

/** Why a file could not be opened or sealed. Its message never holds a key or plain text. */
export class SealedFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = "SealedFault";
  }
}

export type FaultCode =
  | "wrong-key"
  | "no-key"
  | "truncated"
  | "damaged"
  | "pbkdf2"
  | "base64"
  | "not-sealed"
  | "record-size"
  | "bad-argument";

export function wrongKey(): SealedFault {
  return new SealedFault(
    "wrong-key",
    l10n.t("the key does not fit, or the file is damaged: with neither MD5 nor SHA-256 a profile comes out"),
  );
}

export function pbkdf2(): SealedFault {
  return new SealedFault(
    "pbkdf2",
    l10n.t(
      "the key fits, but the file was written with -pbkdf2, which phones do not know: write it again without -pbkdf2 and -iter, with -md md5",
    ),
  );
}
