// A large file through encryption and back, beside the program openssl: in turn, with the same digest and key, and each
// result flushed to the disk. Ours also proves that what it has written decrypts to the input.
import { randomFillSync } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { median, timed, timedProgram } from "./timed.mjs";

const rounds = 5;
const openssl = ["enc", "-aes-256-cbc", "-md", "md5", "-pass", "env:BENCH_KEY"];

/** Of a file of `megabytes`: the run in the middle of each, and how quick ours is as a part of openssl's speed. */
export async function measureEncryption(root, megabytes) {
  const folder = path.join(root, "out/bench/encryption");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  const content = Buffer.alloc(megabytes * 1_000_000, "0123456789abcdef profile ");
  randomFillSync(content, 1000, 1000);
  writeFileSync(file("plain"), content);
  const ours = (verb, from, to) => timed(root, [verb, file(from), "--key-env", "BENCH_KEY", "-o", file(to)]);
  const theirs = async (options, from, to) => {
    const run = await timedProgram("openssl", [...openssl, ...options, "-in", file(from), "-out", file(to)]);
    return run.code === 0 ? { ...run, seconds: run.seconds + flushed(file(to)) } : undefined;
  };
  const runs = { start: [], encrypt: [], decrypt: [], openssl: [], opensslProved: [], opensslBack: [] };
  for (let i = 0; i < rounds; i++) {
    for (const name of ["ours", "theirs", "back", "proof"]) rmSync(file(name), { force: true });
    runs.start.push(await timed(root, ["decrypt", "--help"]));
    runs.encrypt.push(await ours("encrypt", "plain", "ours"));
    runs.decrypt.push(await ours("decrypt", "ours", "back"));
    const there = await theirs([], "plain", "theirs");
    if (!there) continue;
    const proof = await timedProgram("bash", [
      ...["-c", 'from=$1; plain=$2; shift 2; openssl "$@" -d -in "$from" | cmp - "$plain"', "bash"],
      ...[file("theirs"), file("plain"), ...openssl],
    ]);
    runs.openssl.push(there);
    runs.opensslProved.push({
      seconds: there.seconds + proof.seconds,
      processor: there.processor === undefined ? undefined : there.processor + proof.processor,
    });
    if (proof.code !== 0) throw new Error("openssl does not decrypt what it has encrypted");
    rmSync(file("proof"), { force: true });
    runs.opensslBack.push(await theirs(["-d"], "ours", "proof"));
    if (!readFileSync(file("proof")).equals(content))
      throw new Error("openssl does not decrypt what we have encrypted");
  }
  rmSync(folder, { recursive: true, force: true });
  const middle = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, median(all)]));
  return { megabytes, ...middle };
}

/** Seconds that it takes until a file is on the disk. */
function flushed(name) {
  const began = performance.now();
  const handle = openSync(name, "r+");
  fsyncSync(handle);
  closeSync(handle);
  return (performance.now() - began) / 1000;
}
