import { spawn } from "node:child_process";
import { maxSiteFileBytes } from "../deployment/site/tree";

const maxRenderMs = 10_000;

/** The output of a command, or why it failed. */
export function run(command: readonly string[], input: string, folder: string): Promise<Uint8Array | string> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"], timeout: maxRenderMs });
    const pieces: Buffer[] = [];
    let length = 0;
    child.on("error", () => resolve(`The renderer ${program} cannot be started.`));
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (piece: Buffer) => {
      pieces.push(piece);
      length += piece.length;
      if (length > maxSiteFileBytes) child.kill();
    });
    child.on("close", (code) => {
      if (length > maxSiteFileBytes) resolve("The renderer prints more than 8 MiB.");
      else if (code !== 0) resolve(`The renderer ends with ${code ?? "a time-out"}.`);
      else resolve(Buffer.concat(pieces));
    });
    child.stdin.end(input);
  });
}
