// A folder with the files of a case, and runs of the built command line in it.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";

export const root = path.resolve(import.meta.dirname, "../..");
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

  /** Symbolic links, by name: what each leads to, as seen from its folder. */
  link(links) {
    for (const [name, target] of Object.entries(links)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      symlinkSync(target, file);
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Exit code, both outputs, and what the run took. `input` is a text or pieces of one. Of an output that is only
   * counted nothing is kept but the number of its lines.
   */
  run(args, input = "", { isCounted = false } = {}) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: this.folder,
        env: { ...process.env, NO_COLOR: "1" },
      });
      const out = [];
      const err = [];
      let lines = 0;
      child.stdout.on("data", (piece) => {
        if (!isCounted) out.push(piece);
        else for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
      });
      child.stderr.on("data", (piece) => err.push(piece));
      child.on("error", reject);
      child.stdin.on("error", () => undefined);
      Readable.from(typeof input === "string" ? [input] : input).pipe(child.stdin);
      let used = {};
      // Of a process that has just ended the system knows the time only.
      const look = () => {
        used = { ...used, ...usedBy(child.pid) };
      };
      const timer = isCounted ? setInterval(look, 200) : undefined;
      child.on("close", (code) => {
        clearInterval(timer);
        resolve({
          code,
          out: Buffer.concat(out).toString(),
          err: Buffer.concat(err).toString(),
          lines,
          seconds: (performance.now() - started) / 1000,
          ...used,
        });
      });
    });
  }
}

/** Largest memory and processor time of a process, where the system says so. */
function usedBy(pid) {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const times = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    return {
      ...(kilobytes && { megabytes: Math.round(Number(kilobytes) / 1024) }),
      // User and system time in hundredths of a second.
      processorSeconds: (Number(times[11]) + Number(times[12])) / 100,
    };
  } catch {
    return undefined;
  }
}
