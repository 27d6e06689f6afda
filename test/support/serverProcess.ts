import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

let built: Promise<string> | undefined;

/** Bundles the server as the product does, once for all tests of a process; the path of the result. */
function bundle(): Promise<string> {
  built ??= (async () => {
    const address = path.resolve("server/build/bundles.mjs");
    const { bundles } = (await import(address)) as { bundles: readonly Parameters<typeof build>[0][] };
    const options = bundles.find(({ outfile }) => outfile?.endsWith("server.js"));
    if (!options) throw new Error("no bundle of the server");
    const outfile = path.resolve(`out/server-${process.pid}/server.js`);
    await build({ ...options, outfile, sourcemap: false });
    process.once("exit", () => rmSync(path.dirname(outfile), { recursive: true, force: true }));
    return outfile;
  })();
  return built;
}

export const message = (body: object): string => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

/** Sends `input` to a server of its own until it ends; `ends` closes its input afterwards. */
export async function runServer(
  input: string,
  ends = false,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [await bundle(), "--stdio"]);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.write(input);
  if (ends) child.stdin.end();
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}
