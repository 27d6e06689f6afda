// A folder with the files of a case, and runs of the built command line in it.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
export const program = process.env.FLAT_PROFILE_CLI ?? path.join(root, "server/dist/cli.js");

export class Site {
  constructor(files = {}) {
    if (!existsSync(program)) throw new Error("the command line is not built: npm run build");
    this.folder = mkdtempSync(path.join(tmpdir(), "flat-profile-case-"));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name, content) {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Exit code, both outputs, seconds and the largest memory in MB. */
  run(args, input = "") {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: this.folder,
        env: { ...process.env, NO_COLOR: "1" },
      });
      const out = [];
      const err = [];
      child.stdout.on("data", (piece) => out.push(piece));
      child.stderr.on("data", (piece) => err.push(piece));
      child.on("error", reject);
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
      child.on("close", (code) =>
        resolve({
          code,
          out: Buffer.concat(out).toString(),
          err: Buffer.concat(err).toString(),
          seconds: (performance.now() - started) / 1000,
        }),
      );
    });
  }
}
