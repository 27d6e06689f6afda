import type { Tree } from "./tree";

// Earlier states of a folder's files, where they are kept under version control.

export interface Commit {
  readonly id: string;
  /** As it is shown. */
  readonly label: string;
}

/** Why no commit is found. */
export type NoCommit = "no git" | "no repository" | "no commit";

/** Folders are addresses. */
export interface History {
  /** The last commit, or that in which the branch left the main one. */
  base(folder: string, which: "commit" | "branch"): Promise<Commit | NoCommit>;
  tree(folder: string, commit: Commit): Promise<Tree>;
  /** Names of the files in the folder that are not left out on purpose. */
  counted(folder: string): Promise<ReadonlySet<string>>;
  /** The latest commits that changed something in the folder, or one file of it, the newest first. */
  past(folder: string, name?: string): Promise<readonly Commit[]>;
}
