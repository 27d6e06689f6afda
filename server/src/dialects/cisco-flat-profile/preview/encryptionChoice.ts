// Which decryption a phone tries on a file, and which encryption it uses for a report:
// specification section 7. What the server says in its header comes before the rule's key.

export type Encryption = "aes128gcm" | "aes-256-cbc" | "plain";

export interface FetchedFile {
  readonly contentEncoding: string | undefined;
  readonly ruleHasKey: boolean;
}

export function decryptionOf({ contentEncoding, ruleHasKey }: FetchedFile): Encryption {
  if (contentEncoding?.trim().toLowerCase() === "aes128gcm") return "aes128gcm";
  return ruleHasKey ? "aes-256-cbc" : "plain";
}

interface SentReport {
  readonly ruleHasKey: boolean;
  /** `IKM_HTTP_Encrypt_Content` is set. */
  readonly hasKeyingMaterial: boolean;
}

export function reportEncryption({ ruleHasKey, hasKeyingMaterial }: SentReport): Encryption {
  if (ruleHasKey) return "aes-256-cbc";
  return hasKeyingMaterial ? "aes128gcm" : "plain";
}
