import { openAes128gcm } from "../../../server/src/encryption/aes128gcm";
import { ByteReader, collect, sourceOf } from "../../../server/src/encryption/bytes";
import { keyingMaterial } from "../../../server/src/encryption/keyingMaterial";
import { open } from "../../../server/src/encryption/open";
import { openOpenssl } from "../../../server/src/encryption/openssl";
import { platform } from "../../support/platform";
import type { Area } from "./area";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

const cbc: Area = async (input) => {
  const { file_base64, key } = input as { readonly file_base64: string; readonly key: string };
  const file = Buffer.from(file_base64, "base64");
  const passphrase = Buffer.from(key);
  const opened = await openOpenssl(new ByteReader(sourceOf(file)), passphrase, platform);
  const plain = await collect(opened.content);
  const { layers, content } = await open(sourceOf(file), { key: passphrase }, platform);
  return {
    digest: opened.digest,
    aes_key_hex: hex(opened.key.key),
    iv_hex: hex(opened.key.iv),
    plain_base64: Buffer.from(plain).toString("base64"),
    xml: Buffer.from(await collect(content)).toString(),
    compressed: layers.some(({ kind }) => kind === "gzip"),
  };
};

const gcm: Area = async (input) => {
  const { body_base64url, ikm_base64url } = input as {
    readonly body_base64url: string;
    readonly ikm_base64url: string;
  };
  const body = Buffer.from(body_base64url, "base64url");
  const { bytes } = keyingMaterial(Buffer.from(ikm_base64url));
  const { keyId, recordSize, content } = await openAes128gcm(new ByteReader(sourceOf(body)), bytes, platform);
  return {
    keyid: Buffer.from(keyId).toString(),
    record_size: recordSize,
    plain: Buffer.from(await collect(content)).toString(),
  };
};

export const encryptionAreas: Readonly<Record<string, Area>> = {
  "aes256cbc-decrypt": cbc,
  "aes128gcm-decrypt": gcm,
};
