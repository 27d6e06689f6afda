import * as l10n from "@vscode/l10n";
import dialects from "dialect-files";
import { certain, recognize } from "../../../server/src/dialects/recognize";
import { EncryptionFault } from "../../../server/src/encryption/encryptionFault";
import { inspect, inspectedLength } from "../../../server/src/encryption/inspect";
import { openBytes, recipeName } from "./recipe";

interface PhoneKeys {
  /** The argument of --key. */
  readonly ruleKey?: string;
  /** IKM_HTTP_Encrypt_Content. */
  readonly keyingMaterial?: string;
}

export type Verdict =
  | {
      readonly kind: "opens";
      readonly taken: string;
      /** Decryption works, but phones take another digest. */
      readonly isSha256: boolean;
      /** The server has to send `Content-Encoding: aes128gcm`. */
      readonly needsHeader: boolean;
    }
  | { readonly kind: "no-profile"; readonly taken: string }
  | { readonly kind: "fault"; readonly message: string };

/** What a phone makes of `bytes` (specification 7.1): the server's header counts first, then the rule's key. */
export async function verifyDecryption(bytes: Uint8Array, { ruleKey, keyingMaterial }: PhoneKeys): Promise<Verdict> {
  const { kind } = inspect(bytes.subarray(0, inspectedLength), bytes.length);
  const asked = ruleKey ? "aes-256-cbc" : "plain";
  // Nothing else than that header makes a phone take the keying material.
  const needsHeader = keyingMaterial !== undefined && (kind === "aes128gcm" || kind === "unknown");
  try {
    const { plain, layers, recipe } = needsHeader
      ? await openBytes(bytes, keyingMaterial, "aes128gcm")
      : await openBytes(bytes, ruleKey, asked);
    const taken = recipeName(recipe);
    if (!recognize(dialects, "", new TextDecoder().decode(plain), certain)) {
      if (layers.length > 0 || (kind !== "openssl" && kind !== "aes128gcm")) return { kind: "no-profile", taken };
      return { kind: "fault", message: noKey(kind) };
    }
    return {
      kind: "opens",
      taken,
      needsHeader,
      isSha256: recipe.encryption === "aes-256-cbc" && recipe.digest === "sha256",
    };
  } catch (error) {
    if (error instanceof EncryptionFault) return { kind: "fault", message: error.message };
    if (error instanceof RangeError) return { kind: "fault", message: l10n.t("It decompresses to more than 50 MB.") };
    throw error;
  }
}

function noKey(kind: "openssl" | "aes128gcm"): string {
  return kind === "openssl"
    ? l10n.t("The file is encrypted, and the rule has no --key.")
    : l10n.t("The file is encrypted (aes128gcm), and the profile has no IKM_HTTP_Encrypt_Content.");
}
