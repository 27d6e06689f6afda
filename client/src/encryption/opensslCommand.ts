import type { Recipe } from "./recipe";

/** Shown in place of the key. */
export const masked = "••••";

function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) && !name.startsWith("-") ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

/** Shell lines that write and read the same file without this extension; the key is masked. */
export function opensslCommand({ encryption, digest, gzip, recordSize }: Recipe, plain: string, encrypted: string) {
  const [from, to] = [quoted(plain), quoted(encrypted)];
  if (encryption === "none") return { encrypt: `gzip -c ${from} > ${to}`, decrypt: `gunzip -c < ${to} > ${from}` };
  if (encryption === "aes128gcm") {
    const size = recordSize === 4096 ? "" : ` --record-size ${recordSize}`;
    return {
      encrypt: `flat-profile encrypt --format aes128gcm${size}${gzip ? " --gzip" : ""} --key-file KEYFILE ${from} -o ${to}`,
      decrypt: `flat-profile decrypt --format aes128gcm --key-file KEYFILE ${to} -o ${from}`,
    };
  }
  const cipher = `-aes-256-cbc -md ${digest} -k '${masked}'`;
  return gzip
    ? {
        encrypt: `gzip -c ${from} | openssl enc -e ${cipher} -out ${to}`,
        decrypt: `openssl enc -d ${cipher} -in ${to} | gunzip -c > ${from}`,
      }
    : {
        encrypt: `openssl enc -e ${cipher} -in ${from} -out ${to}`,
        decrypt: `openssl enc -d ${cipher} -in ${to} -out ${from}`,
      };
}
