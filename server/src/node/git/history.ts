import { fileURLToPath } from "node:url";
import type { Commit, History } from "../../deployment/site/history";
import { git, resolveRevision } from "./git";
import { GitTree } from "./gitTree";
import { mergeBase } from "./revisions";

/** Revisions that are looked at, at most. */
const maxRevisions = 20;

/** What git has of the files in a folder. */
export const gitHistory: History = {
  async base(folder, which) {
    const at = fileURLToPath(folder);
    try {
      await git(at, ["rev-parse", "--git-dir"]);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT" ? "no git" : "no repository";
    }
    try {
      const word = which === "commit" ? "HEAD" : await mergeBase(at);
      const id = await resolveRevision(at, word);
      return { id, label: word === "HEAD" ? `HEAD@${id.slice(0, 7)}` : id.slice(0, 7) };
    } catch {
      return "no commit";
    }
  },

  tree: (folder, { id }) => GitTree.open(fileURLToPath(folder), id),

  async counted(folder) {
    // Without --modified, which may run a program that the repository names.
    const listing = await git(fileURLToPath(folder), ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    return new Set(listing.toString().split("\0"));
  },

  async past(folder, name = ".") {
    const format = ["rev-list", `--max-count=${maxRevisions}`, "HEAD", "--", name];
    const listing = await git(fileURLToPath(folder), format);
    const ids = listing
      .toString()
      .split("\n")
      .filter((line) => line !== "");
    return ids.map((id): Commit => ({ id, label: id.slice(0, 10) }));
  },
};
