import { existsSync } from "node:fs";
import path from "node:path";
import type { DialectServices } from "../../analysis/dialectServices";
import type { Tree } from "../../deployment/site/tree";
import { configFile } from "../../deployment/siteMap";
import { resolveRevision } from "../../node/git/git";
import { GitTree } from "../../node/git/gitTree";
import { hasCommit, mergeBase } from "../../node/git/revisions";
import { type LoadedSite, loadSite, type SiteOptions } from "../site/siteOptions";
import { WorkTree } from "../site/workTree";
import { UsageError } from "../verb";
import { CountedTree } from "./changedFiles";

// The two states of the files that are compared.

export interface SidesOptions extends SiteOptions {
  readonly base?: string;
  readonly head: string;
  readonly baseSite?: string;
  readonly headSite?: string;
}

/** One of the two states of the files. */
export interface Side {
  readonly label: string;
  readonly loaded: LoadedSite;
  readonly tree: Tree;
  readonly revision?: string;
}

export const workingTree = "worktree";

/** The site of each side. */
export function sitesOf(
  options: SidesOptions,
  services: DialectServices,
): readonly [base: LoadedSite, head: LoadedSite] {
  const { baseSite, headSite } = options;
  if ((baseSite === undefined) !== (headSite === undefined))
    throw new UsageError("--base-site and --head-site need each other.");
  if (baseSite !== undefined && headSite !== undefined) {
    if (options.base !== undefined) throw new UsageError("Use only one of --base and --base-site.");
    return [siteIn(baseSite, options, services), siteIn(headSite, options, services)];
  }
  const loaded = loadSite(options, services);
  return [loaded, loaded];
}

/** Throws where revisions are to be compared and the folder has none. */
export async function checkRepository({ baseSite }: SidesOptions, { folder }: LoadedSite): Promise<void> {
  if (baseSite === undefined && !(await hasCommit(folder)))
    throw new UsageError(
      "The folder is not in a git repository with a commit. Use --base-site and --head-site to compare two folders.",
    );
}

function siteIn(folder: string, options: SidesOptions, services: DialectServices): LoadedSite {
  if (!existsSync(folder)) throw new UsageError(`${folder}: No such folder.`);
  const own = path.join(folder, configFile);
  return { ...loadSite(existsSync(own) ? { ...options, config: own } : options, services), folder };
}

/** The two sides with their files, open. */
export async function sidesOf(
  options: SidesOptions,
  [base, head]: readonly [LoadedSite, LoadedSite],
): Promise<readonly [base: Side, head: Side]> {
  const { baseSite, headSite } = options;
  if (baseSite !== undefined && headSite !== undefined) return [folderSide(baseSite, base), folderSide(headSite, head)];
  const { folder, named } = head;
  const revision = options.base ?? (await mergeBase(folder));
  const now =
    options.head === workingTree
      ? { label: "working tree", loaded: head, tree: await CountedTree.open(folder, named) }
      : await revisionSide(options.head, head);
  return [await revisionSide(revision, base), now];
}

function folderSide(label: string, loaded: LoadedSite): Side {
  return { label, loaded, tree: new WorkTree(loaded.folder, loaded.named) };
}

async function revisionSide(revision: string, loaded: LoadedSite): Promise<Side> {
  const commit = await resolveRevision(loaded.folder, revision);
  const isId = commit.startsWith(revision);
  const label = isId ? commit.slice(0, 7) : `${revision}@${commit.slice(0, 7)}`;
  return { label, loaded, tree: await GitTree.open(loaded.folder, commit), revision: commit };
}
