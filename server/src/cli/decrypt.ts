import { Option } from "commander";
import type { IkmEncoding } from "../encryption/keyingMaterial";
import { type Layer, type OpenOptions, open } from "../encryption/open";
import type { Digest } from "../encryption/passphraseKey";
import { atomicWrite } from "../node/atomicWrite";
import { platform } from "../node/platform";
import { releasing } from "../node/releaseBytes";
import { bytesOf, printAll, refuseSame } from "./byteFiles";
import { namedFault } from "./fileFault";
import { addKeyOptions, type KeyOptions, keyFrom } from "./keyOptions";
import { printable } from "./printable";
import { exit, type Verb } from "./verb";

interface DecryptOptions extends KeyOptions {
  readonly out: string;
  readonly format?: "aes-256-cbc" | "aes128gcm";
  readonly digest?: Digest;
  readonly ikm?: IkmEncoding;
  readonly quiet?: boolean;
}

export const decrypt: Verb = (program, finish) => {
  const command = program
    .command("decrypt")
    .summary("decrypt and decompress a profile as a phone does")
    .description("Decrypts a file, decompresses gzip, and prints on standard error which layers were removed.")
    .argument("<file>", "file, or - for standard input")
    .option("-o, --out <file>", "file to write (a new file is readable by you only), or - for standard output", "-");
  addKeyOptions(command)
    .addOption(
      new Option("--format <name>", "encryption (default: detected from the file)").choices([
        "aes-256-cbc",
        "aes128gcm",
      ]),
    )
    .addOption(new Option("--digest <name>", "digest of the key (default: try both)").choices(["md5", "sha256"]))
    .addOption(new Option("--ikm <encoding>", "encoding of the aes128gcm key").choices(["base64", "hex", "text"]))
    .option("-q, --quiet", "do not print which layers were removed")
    .action(async (file: string, options: DecryptOptions) => finish(await run(file, options)));
};

async function run(file: string, options: DecryptOptions): Promise<number> {
  const key = await keyFrom(options);
  const how: OpenOptions = {
    ...(key && { key }),
    ...(options.format && { encryption: options.format }),
    ...(options.digest && { digest: options.digest }),
    ...(options.ikm && { ikmEncoding: options.ikm }),
  };
  try {
    await refuseSame(file, options.out);
    const { layers, content } = await open(bytesOf(file), how, platform);
    if (options.out === "-") await printAll(content);
    else await atomicWrite(options.out, releasing(content), { mode: 0o600 });
    if (!options.quiet)
      console.error(printable(`${file}: ${layers.map(words).join(", then ") || "not encrypted or compressed"}`));
  } catch (error) {
    throw namedFault(error, file);
  }
  return exit.clean;
}

function words(layer: Layer): string {
  switch (layer.kind) {
    case "gzip":
      return "gzip";
    case "aes-256-cbc":
      return `aes-256-cbc in the openssl format with -md ${layer.digest}${layer.digest === "md5" ? "" : " (phones expect -md md5)"}`;
    case "aes128gcm": {
      const id = Buffer.from(layer.keyId).toString();
      return `aes128gcm in records of ${layer.recordSize} bytes${id && ` with key ID ${id}`}, key read as ${layer.ikmEncoding}`;
    }
  }
}
