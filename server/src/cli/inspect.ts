import { stat } from "node:fs/promises";
import type { Dialect } from "../dialects/dialect";
import { dialects } from "../dialects/index";
import { certain, recognize } from "../dialects/recognize";
import { ByteReader } from "../encryption/bytes";
import { orderInWords } from "../encryption/encryptionFault";
import { type Form, inspectedLength, inspectInside } from "../encryption/inspect";
import { platform } from "../node/platform";
import { bytesOf } from "./byteFiles";
import { decode } from "./encoding";
import { withFile } from "./fileFault";
import { otherTextOf } from "./otherText";
import { printable } from "./printable";
import { exit, UsageError, type Verb } from "./verb";

export const inspect: Verb = (program, finish) => {
  program
    .command("inspect")
    .summary("show the format of a file, without its key")
    .description("Prints for each file whether it is a profile, compressed or encrypted, and in which format.")
    .argument("<files...>", "files, or -")
    .option("--json", "print one JSON object per line")
    .action(async (files: string[], { json }: { readonly json?: boolean }) => {
      let failed = false;
      for (const file of files) {
        try {
          const found = await withFile(file, () => formOf(file));
          console.log(
            json ? JSON.stringify({ file, ...plain(file, found) }) : printable(`${file}: ${words(file, found)}`),
          );
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          console.error(printable(error.message));
          failed = true;
        }
      }
      finish(failed ? exit.failed : exit.clean);
    });
};

interface Found {
  readonly form: Form;
  /** The beginning as text. */
  readonly text: string;
  /** Undefined for a file of none. */
  readonly dialect: Dialect | undefined;
}

/** What a text is that is surely of no dialect; its name may be one of some dialect. */
function otherText(file: string, text: string): string {
  const likely = recognize(dialects, file, text)?.otherText?.(text).words;
  return likely ?? otherTextOf(text, dialects) ?? "text of an unknown format";
}

async function formOf(file: string): Promise<Found> {
  const reader = new ByteReader(bytesOf(file));
  try {
    const head = await reader.peek(inspectedLength + 1);
    const length = head.length <= inspectedLength ? head.length : file === "-" ? undefined : (await stat(file)).size;
    const beginning = head.subarray(0, inspectedLength);
    const form = await inspectInside(beginning, length, platform);
    const { text } = decode(beginning);
    return { form, text, dialect: recognize(dialects, file, text, certain) };
  } finally {
    await reader.close();
  }
}

function plain(file: string, { form, text, dialect }: Found): object {
  if (form.kind === "text")
    return dialect ? { ...form, kind: "profile", dialect: dialect.id } : { ...form, what: otherText(file, text) };
  if (form.kind === "openssl") return { ...form, salt: Buffer.from(form.salt).toString("hex") };
  if (form.kind === "aes128gcm") return { ...form, keyId: Buffer.from(form.keyId).toString() };
  return form;
}

function words(file: string, { form, text, dialect }: Found): string {
  switch (form.kind) {
    case "empty":
      return "empty";
    case "text":
      // Only where files may be encrypted does it say much that this one is not.
      if (dialect) return dialect.ruleKeys ? "an unencrypted profile" : `unencrypted: ${dialect.label}`;
      return `unencrypted: ${otherText(file, text)}`;
    case "gzip":
      if (form.inside) return `compressed with gzip. ${orderInWords("compressed", form.inside)}`;
      return `compressed with gzip${form.name === undefined ? "" : ` (from ${form.name})`}, not encrypted`;
    case "openssl": {
      const salt = Buffer.from(form.salt).toString("hex");
      if (!form.isWhole) return `encrypted in the openssl format (salt ${salt}), but cut off within a block`;
      const size = form.encryptedLength === undefined ? "" : `, ${form.encryptedLength} bytes`;
      return `encrypted in the openssl format (salt ${salt}${size}). The digest is unknown without the key. Phones expect -md md5, without -pbkdf2.`;
    }
    case "openssl-base64":
      return "encrypted in the openssl format and written as base64 text (-a), which phones cannot read";
    case "aes128gcm": {
      const id = Buffer.from(form.keyId).toString();
      const count = form.records === undefined ? "" : `, ${form.records} of them`;
      return `probably aes128gcm: records of ${form.recordSize} bytes${count}${id && `, key ID ${id}`}`;
    }
    case "unknown":
      return "not text, not gzip, and not encrypted in a known format";
  }
}
