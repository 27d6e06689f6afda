import type { DialectServices } from "../../analysis/dialectServices";
import type { Snapshot } from "../../analysis/snapshot";
import type { Dialect } from "../../dialects/dialect";
import { inspect, inspectedLength } from "../../encryption/inspect";
import { unrecognized } from "../catalogue";
import type { Decoded } from "../encoding";
import type { Input } from "../inputs";
import { otherTextOf } from "../otherText";

/** Pieces without a root can be part of any file; they are checked where the file was named. */
export function isOurs({ found }: Input, snapshot: Snapshot): boolean {
  const { form } = snapshot.document;
  if (form !== "part" || !found) return form !== "foreign";
  return (
    snapshot.dialect.files.isBrokenWhole?.(snapshot.text, new Set(snapshot.problems().map(({ code }) => code))) ?? false
  );
}

/** What a file that was named is instead. */
export function otherForm({ raw, text }: Decoded, dialect: Dialect | undefined, services: DialectServices): string {
  const { kind } = inspect(raw.subarray(0, inspectedLength), raw.length);
  if (kind === "aes128gcm") return "Probably encrypted with aes128gcm. Decrypt it first (flat-profile decrypt).";
  if (kind === "openssl-base64")
    return "Encrypted in the openssl format and written as base64 text. Phones cannot read base64.";
  const isText = kind !== "unknown";
  if (dialect)
    return `Not checked: ${(isText ? dialect.otherText?.(text).words : undefined) ?? `not a ${dialect.label} file`}.`;
  const what = isText ? otherTextOf(text, services.dialects) : undefined;
  return what === undefined ? `Not checked. ${unrecognized(services)}` : `Not checked: ${what}.`;
}
