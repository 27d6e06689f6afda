import * as l10n from "@vscode/l10n";

/** Why a file could not be opened or encrypted. Its message never contains a key or plain text. */
export class EncryptionFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = "EncryptionFault";
  }
}

type FaultCode =
  | "wrong-key"
  | "no-key"
  | "truncated"
  | "damaged"
  | "pbkdf2"
  | "base64"
  | "not-encrypted"
  | "order"
  | "record-size"
  | "bad-argument";

export function wrongKey(): EncryptionFault {
  return new EncryptionFault(
    "wrong-key",
    l10n.t("The key is wrong, or the file is damaged. Decryption with MD5 and SHA-256 gives no profile."),
  );
}

export function pbkdf2(): EncryptionFault {
  return new EncryptionFault(
    "pbkdf2",
    l10n.t(
      "The key is correct, but the file is encrypted with -pbkdf2, which phones do not support. Encrypt it with -md md5 and without -pbkdf2 and -iter.",
    ),
  );
}

/** What a phone finds when it has decrypted and unpacked a file once, and cannot read. */
export type Inside = "openssl" | "openssl-base64" | "gzip";

/** A file whose layers are not those that a phone takes off: it decrypts once, then unpacks once. */
export function wrongOrder(outer: "encrypted" | "compressed" | "both", inside: Inside): EncryptionFault {
  return new EncryptionFault("order", orderInWords(outer, inside));
}

export function orderInWords(outer: "encrypted" | "compressed" | "both", inside: Inside): string {
  if (inside === "gzip")
    return l10n.t(
      "The file is compressed twice. A phone decompresses it once and then finds no profile. Compress it once.",
    );
  if (outer === "compressed")
    return l10n.t(
      "The file was encrypted and then compressed. A phone decrypts first and then decompresses. Compress it first, then encrypt it once with -md md5.",
    );
  return l10n.t(
    "The file is encrypted twice. A phone decrypts it once and then finds no profile. Encrypt it once with -md md5.",
  );
}

/** The padding at the end is right, as it is with one wrong key in two hundred. */
export function notText(digest: string): EncryptionFault {
  return new EncryptionFault(
    "wrong-key",
    l10n.t(
      "The key is wrong, or the content is not text or gzip. A phone finds no profile in it. To decrypt it anyway, specify the digest {0}.",
      digest,
    ),
  );
}
