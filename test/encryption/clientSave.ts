// What the editor does in a Node host to save an encrypted file, as a process of its own that tests can end.
import { readFileSync } from "node:fs";
import { encryptBytes, openBytes, recipe } from "../../client/src/encryption/recipe";
import { collect, sourceOf } from "../../server/src/encryption/bytes";
import { atomicWrite } from "../../server/src/node/atomicWrite";

const [plainFile = "", target = "", keyFile = ""] = process.argv.slice(2);
const plain = readFileSync(plainFile);
const key = readFileSync(keyFile, "utf8").trim();
const how = recipe("aes-256-cbc", { gzip: true });
await atomicWrite(target, sourceOf(await encryptBytes(plain, key, how)), {
  verify: async (written) => {
    const opened = await openBytes(await collect(written), key, "aes-256-cbc");
    if (Buffer.compare(opened.plain, plain) !== 0) throw new Error("not what was meant");
  },
});
