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
  | "order"
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

/** What a phone finds when it has decrypted and unpacked a file once, and cannot read. */
export type Inside = "openssl" | "openssl-base64" | "gzip";

/** A file whose layers are not those that a phone takes off: it decrypts once, then unpacks once. */
export function wrongOrder(outer: "encrypted" | "compressed" | "both", inside: Inside): SealedFault {
  return new SealedFault("order", orderInWords(outer, inside));
}

export function orderInWords(outer: "encrypted" | "compressed" | "both", inside: Inside): string {
  if (inside === "gzip")
    return l10n.t("It is compressed twice. A phone unpacks it once and then finds no profile. Compress it once.");
  if (outer === "compressed")
    return l10n.t(
      "It was encrypted and then compressed. A phone decrypts first and then unpacks. Compress it first, then encrypt it once with -md md5.",
    );
  return l10n.t(
    "It is encrypted twice. A phone decrypts it once and then finds no profile. Encrypt it once, with -md md5.",
  );
}

/** The padding at the end is right, as it is with one wrong key in two hundred. */
export function notText(digest: string): SealedFault {
  return new SealedFault(
    "wrong-key",
    l10n.t(
      "The key does not fit, or the content is neither text nor gzip, and a phone takes no profile from it. To get such content, name the digest {0}.",
      digest,
    ),
  );
}
