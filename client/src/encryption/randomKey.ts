const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** 24 of 62 letters have 142 bits. */
const passphraseLength = 24;

/** Bytes of the platform's own generator. */
function randomBytes(length: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(length));
}

/** A passphrase for --key: letters and digits only, so that rules, XML and shells need no escapes. */
export function randomPassphrase(): string {
  const most = 256 - (256 % letters.length);
  let key = "";
  while (key.length < passphraseLength)
    for (const byte of randomBytes(passphraseLength))
      if (byte < most && key.length < passphraseLength) key += letters[byte % letters.length];
  return key;
}

/** 16 bytes for IKM_HTTP_Encrypt_Content, in base64url. */
export function randomKeyingMaterial(): string {
  const text = btoa(String.fromCharCode(...randomBytes(16)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
