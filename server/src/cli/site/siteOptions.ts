import path from "node:path";
import { type Command, Option } from "commander";
import type { DialectServices } from "../../analysis/dialectServices";
import { emptySite, readPrefix, type Site, type SiteEntry } from "../../deployment/siteMap";
import { loadConfig } from "../config";
import { UsageError } from "../verb";
import { GitTree } from "./gitTree";
import { SiteAnswers } from "./siteAnswers";
import { type Tree, WorkTree } from "./tree";

// The site that the verbs about phones look at: the member `site` of the configuration, and --map before it.

export interface SiteOptions {
  readonly config?: string;
  readonly map: readonly string[];
  readonly render?: boolean;
}

export function addSiteOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--map <url=folder>", "folder with the files of a URL, before the site map (repeatable)")
        .argParser((word: string, before: readonly string[] | undefined) => [...(before ?? []), word])
        .default([], "none"),
    )
    .option("--render", "run the commands of the site map that print files")
    .option("--config <file>", "configuration file with the site map (default: the nearest flat-profile.config.json)");
}

export interface LoadedSite {
  readonly site: Site;
  /** The folder of the configuration; names of files are relative to it. */
  readonly folder: string;
  /** Folders that --map names. */
  readonly named: ReadonlySet<string>;
}

export function loadSite({ config: file, map }: SiteOptions, services: DialectServices): LoadedSite {
  const config = loadConfig(".", file, services);
  const folder = config.file === undefined ? "." : path.dirname(path.resolve(config.file));
  const named = new Set<string>();
  const mapped = map.map((word): SiteEntry => {
    const at = word.lastIndexOf("=");
    const prefix = word.slice(0, at);
    const where = at > 0 ? readPrefix(prefix) : undefined;
    if (!where || at === word.length - 1)
      throw new UsageError(`--map ${word}: Write it as URL=FOLDER, such as http://pbx/=www.`);
    const given = word.slice(at + 1);
    const inside = path.relative(folder, path.resolve(given)) || ".";
    named.add(inside);
    return { prefix, where, gives: { kind: "folder", folder: inside } };
  });
  const { entries, ...rest } = config.site ?? emptySite;
  return { site: { ...rest, entries: [...mapped, ...entries] }, folder, named };
}

/** Answers from the files as they are, or as they were in a revision. */
export async function answersOf(
  { site, folder, named }: LoadedSite,
  { render = false }: Pick<SiteOptions, "render">,
  revision?: string,
): Promise<SiteAnswers> {
  const tree: Tree = revision === undefined ? new WorkTree(folder, named) : await GitTree.open(folder, revision);
  return new SiteAnswers(site, tree, { render, folder, ...(revision !== undefined && { revision }) });
}
