import { git, resolveRevision } from "./git";

export interface Revision {
  /** For git. */
  readonly commit: string;
  /** As it is shown. */
  readonly name: string;
}

/** Revisions that are looked at, at most, where nothing else is asked for. */
export const usualRevisions = 50;

/**
 * The revisions since one, itself included, in which something below `place` changed; the newest first. Of more than
 * `most` the oldest but that one are left out.
 */
export async function revisionsSince(
  folder: string,
  since: string,
  place: string,
  most = usualRevisions,
): Promise<{ readonly revisions: readonly Revision[]; readonly isCut: boolean }> {
  const first = await resolveRevision(folder, since);
  const listing = await git(folder, ["rev-list", `--max-count=${most}`, `${first}..HEAD`, "--", place]);
  const later = listing
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((commit) => ({ commit, name: commit.slice(0, 10) }));
  const isCut = later.length >= most;
  return { revisions: [...later.slice(0, most - 1), { commit: first, name: since }], isCut };
}

/** A file as it was, or undefined where it was not there. */
export async function fileAt(folder: string, { commit }: Revision, name: string): Promise<Uint8Array | undefined> {
  try {
    return await git(folder, ["cat-file", "blob", `${commit}:./${name}`]);
  } catch {
    return undefined; // the revision does not have it
  }
}

/** Whether a folder is in a repository that has something to compare with. */
export async function hasCommit(folder: string): Promise<boolean> {
  try {
    await git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
    return true;
  } catch {
    return false;
  }
}

/** Branches that changes are merged into, by usual names. */
const mainBranches = ["main", "origin/main", "master", "origin/master"];

/** Where the present branch left the main one. */
export async function mergeBase(folder: string): Promise<string> {
  for (const branch of mainBranches)
    try {
      return (await git(folder, ["merge-base", "HEAD", branch])).toString().trim();
    } catch {
      // the repository has no branch of this name
    }
  return "HEAD";
}
