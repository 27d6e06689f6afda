import { Option } from "commander";
import { defaultRecordSize } from "../encryption/aes128gcm";
import { refuseSame } from "./byteFiles";
import { encryptFile, type FileEncryption } from "./encryptFile";
import { namedFault } from "./fileFault";
import { addKeyOptions, type KeyOptions, keyFrom } from "./keyOptions";
import { threadsOption } from "./threads";
import { exit, UsageError, type Verb } from "./verb";

interface EncryptOptions extends KeyOptions, FileEncryption {
  readonly out: string;
  readonly keys?: string;
  readonly threads?: number;
}

/** Encrypts the files of a folder, with the table `keys`. */
type OfFolder = (folder: string, out: string, keys: string, options: EncryptOptions) => Promise<number>;

export const encryptVerb =
  (ofFolder: OfFolder): Verb =>
  (program, finish) => {
    const command = program
      .command("encrypt")
      .summary("encrypt a profile for phones")
      .description(
        [
          "Encrypts a file for --key in a profile rule (aes-256-cbc, as openssl enc -md md5) or for keying material of HTTP content (aes128gcm).",
          "With --keys, encrypts each file of a folder with the key of its device. The output is verified before it replaces an old file.",
        ].join("\n"),
      )
      .argument("<file>", "file, folder with --keys, or - for standard input")
      .option("-o, --out <file>", "file to write, a folder with --keys, or - for standard output", "-");
    addKeyOptions(command)
      .addOption(
        new Option("--format <name>", "encryption").choices(["aes-256-cbc", "aes128gcm"]).default("aes-256-cbc"),
      )
      .addOption(
        new Option("--digest <name>", "digest that openssl uses to derive the key")
          .choices(["md5", "sha256"])
          .default("md5"),
      )
      .option("--gzip", "compress with gzip before encryption")
      .option("--record-size <bytes>", "record size of aes128gcm", Number, defaultRecordSize)
      .option("--key-id <text>", "key ID of aes128gcm")
      .addOption(
        new Option(
          "--ikm <encoding>",
          "encoding of the aes128gcm key (default: detected: 16 bytes in base64, 32 hexadecimal digits, or text)",
        ).choices(["base64", "hex", "text"]),
      )
      .option("--keys <csv>", "CSV with a row for each device: file or MAC address, key")
      .option("--force", "encrypt a file that is already encrypted")
      .addOption(threadsOption())
      .action(async (file: string, options: EncryptOptions) => finish(await run(file, options, ofFolder)));
  };

async function run(file: string, options: EncryptOptions, ofFolder: OfFolder): Promise<number> {
  if (options.keys !== undefined) return ofFolder(file, options.out, options.keys, options);
  const key = await keyFrom(options);
  if (!key) throw new UsageError("No key. Specify --key-file or --key-env.");
  if (options.out === "-" && process.stdout.isTTY)
    throw new UsageError("Encrypted data is not printed on a terminal. Specify a file with --out.");
  try {
    await refuseSame(file, options.out);
    await encryptFile(file, options.out, key, options);
  } catch (error) {
    throw namedFault(error, file);
  }
  return exit.clean;
}
