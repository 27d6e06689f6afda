import assert from "node:assert/strict";
import test from "node:test";
import { collect, sourceOf } from "../../server/src/encryption/bytes";
import { encryptStream } from "../../server/src/encryption/encrypt";
import { type IkmEncoding, keyingMaterial } from "../../server/src/encryption/keyingMaterial";
import { open } from "../../server/src/encryption/open";
import { platform } from "../support/platform";

const walrus = Buffer.from("I am the walrus");
const url = (text: string) => Buffer.from(text, "base64url");

test("RFC 8188 3.1: one record", async () => {
  const body = "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg";
  await checkBothWays(body, "yqdlZ-tYemfogSmv7Ws5PQ", 4096, "");
});

test("RFC 8188 3.2: a key id; its two records with padding open", async () => {
  const body = url(
    "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA",
  );
  const { layers, content } = await open(sourceOf(body), { key: Buffer.from("BO3ZVPxUlnLORbVGMpbT1Q") }, platform);
  assert.deepEqual(Buffer.from(await collect(content)), walrus);
  assert.equal(Buffer.from(layers[0]?.kind === "aes128gcm" ? layers[0].keyId : []).toString(), "a1");
});

async function checkBothWays(body: string, key: string, recordSize: number, keyId: string): Promise<void> {
  const file = url(body);
  const { content } = await open(sourceOf(file), { key: Buffer.from(key) }, platform);
  assert.deepEqual(Buffer.from(await collect(content)), walrus);
  const encryption = {
    kind: "aes128gcm",
    ikm: url(key),
    recordSize,
    keyId: Buffer.from(keyId),
    salt: file.subarray(0, 16),
  } as const;
  const ours = await collect(encryptStream(sourceOf(walrus), { gzip: false, encryption }, platform));
  assert.equal(Buffer.from(ours).toString("base64url"), body);
}

test("keying material is base64 of 16 bytes, 32 hexadecimal digits, or its own bytes", () => {
  const check = (text: string, encoding: IkmEncoding, length: number) => {
    const read = keyingMaterial(Buffer.from(text));
    assert.deepEqual([read.encoding, read.bytes.length], [encoding, length], text);
  };
  check("yqdlZ-tYemfogSmv7Ws5PQ", "base64", 16);
  check("yqdlZ+tYemfogSmv7Ws5PQ==", "base64", 16);
  check("a37d2fb9055c1d04883a0745eb0917a4", "hex", 16);
  check("A37D2FB9055C1D04883A0745EB0917A4", "hex", 16);
  check("a37d2fb9055c1d04883a0745eb0917a", "text", 31);
  check("yqdlZ-tYemfogSmv7Ws5P", "text", 21);
  check("hello world", "text", 11);
  check("schlüssel", "text", 10);
  assert.equal(keyingMaterial(Buffer.from("abcd"), "hex").bytes.length, 2);
  assert.throws(() => keyingMaterial(Buffer.from("xyz!"), "hex"), /not valid hex/);
});
