import { existsSync } from "node:fs";
import path from "node:path";
import type { DialectServices } from "../../analysis/dialectServices";
import type { Tree } from "../../deployment/site/tree";
import { configFile } from "../../deployment/siteMap";
import { resolveRevision } from "../../node/git/git";
import { filesOf, GitTree, type RevisionFiles } from "../../node/git/gitTree";
import { hasCommit, mergeBase } from "../../node/git/revisions";
import { type LoadedSite, loadSite, type SiteOptions } from "../site/siteOptions";
import { WorkTree } from "../site/workTree";
import { UsageError } from "../verb";
import { type CountedFiles, CountedTree, countedFiles } from "./changedFiles";

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

/** What a side is called, and what git lists of its files: plain data, which is found once for all threads. */
export interface ListedSide {
  readonly label: string;
  readonly revision?: string;
  readonly files?: RevisionFiles;
  readonly counted?: CountedFiles;
}

export async function listSides(
  options: SidesOptions,
  [base, head]: readonly [LoadedSite, LoadedSite],
): Promise<readonly [base: ListedSide, head: ListedSide]> {
  const { baseSite, headSite } = options;
  if (baseSite !== undefined && headSite !== undefined) return [{ label: baseSite }, { label: headSite }];
  const { folder } = head;
  return Promise.all([
    listRevision(options.base ?? (await mergeBase(folder)), base),
    options.head === workingTree
      ? countedFiles(folder).then((counted) => ({ label: "working tree", counted }))
      : listRevision(options.head, head),
  ]);
}

async function listRevision(name: string, { folder }: LoadedSite): Promise<ListedSide> {
  const revision = await resolveRevision(folder, name);
  const label = revision.startsWith(name) ? revision.slice(0, 7) : `${name}@${revision.slice(0, 7)}`;
  return { label, revision, files: await filesOf(folder, revision) };
}

/** A side with its files, open. */
export function openSide({ label, revision, files, counted }: ListedSide, loaded: LoadedSite): Side {
  if (files) return { label, loaded, tree: new GitTree(files), ...(revision !== undefined && { revision }) };
  const tree = new WorkTree(loaded.folder, loaded.named);
  return { label, loaded, tree: counted ? new CountedTree(tree, counted) : tree };
}
