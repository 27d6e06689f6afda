import { execFile } from "node:child_process";
import { promisify } from "node:util";

// Questions to git. Nothing is checked out, no hook and no external program of the repository runs.

/** Git does not answer as it should; the message is for a person. */
export class GitFault extends Error {}

export const safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-optional-locks"];

/** Nothing is asked, locked or fetched from a network. */
export function quietly(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" };
}

/** Runs git and answers with what it prints; rejects when it fails. */
export async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await promisify(execFile)("git", [...safe, ...args], {
    cwd: folder,
    encoding: "buffer",
    maxBuffer: 1 << 30,
    env: quietly(),
  });
  return stdout;
}

/** The full name of a revision that a person typed. */
export async function resolveRevision(folder: string, revision: string): Promise<string> {
  if (revision.startsWith("-") || revision === "") throw new GitFault(`${revision}: This is not a revision.`);
  try {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    return (await git(folder, args)).toString().trim();
  } catch {
    throw new GitFault(`${revision}: Unknown revision, or the folder is not in a git repository.`);
  }
}
