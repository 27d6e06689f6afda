import { statSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import type { DialectServices } from "../../analysis/dialectServices";
import { SiteAnswers } from "../../deployment/site/siteAnswers";
import type { SiteContents } from "../../deployment/site/siteContents";
import type { Tree } from "../../deployment/site/tree";
import { emptySite, readPrefix, type Site, type SiteEntry } from "../../deployment/siteMap";
import { GitTree } from "../../node/git/gitTree";
import { readReason } from "../../node/ordinaryFile";
import { platform } from "../../node/platform";
import { run } from "../../node/runCommand";
import { dialectNamed } from "../catalogue";
import { loadConfig } from "../config";
import { utf8Text } from "../encoding";
import { repeatableOption } from "../repeatableOption";
import { UsageError } from "../verb";
import { WorkTree } from "./workTree";

// The site that the verbs about phones look at: the member `site` of the configuration, and --map before it.

export interface SiteOptions {
  readonly config?: string;
  readonly dialect?: string;
  readonly map: readonly string[];
  readonly render?: boolean;
}

export function addSiteOptions(command: Command): Command {
  return command
    .addOption(
      repeatableOption("--map <url=folder>", "folder with the files of a URL, before the site map (repeatable)"),
    )
    .addOption(new Option("--dialect <id>", "system of the devices whose model and family do not say it"))
    .option("--render", "run the commands of the site map that print files")
    .option("--config <file>", "configuration file with the site map (default: the nearest flat-profile.config.json)");
}

export interface LoadedSite {
  readonly site: Site;
  /** The folder of the configuration; names of files are relative to it. */
  readonly folder: string;
  /** Folders that --map names. */
  readonly named: ReadonlySet<string>;
  /** Of devices whose model and family do not say it. */
  readonly dialect?: string;
}

export function loadSite({ config: file, map, dialect }: SiteOptions, services: DialectServices): LoadedSite {
  if (dialect !== undefined) dialectNamed(dialect, services);
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
  const site = { ...rest, entries: [...mapped, ...entries] };
  return { site, folder, named, ...(dialect !== undefined && { dialect }) };
}

export function inventoryOf({ site, folder }: LoadedSite): string | undefined {
  return site.inventory === undefined ? undefined : `${folder}/${site.inventory}`;
}

/** Answers from the files of a tree. */
export function answersFrom(
  { site, folder }: LoadedSite,
  tree: Tree,
  { render = false }: Pick<SiteOptions, "render">,
  revision?: string,
  contents?: SiteContents,
): SiteAnswers {
  return new SiteAnswers(
    site,
    tree,
    {
      platform,
      decode: utf8Text,
      encode: (text) => Buffer.from(text),
      ...(render && { render: (command, input) => run(command, JSON.stringify(input), folder) }),
      unreadable: (name, error) => console.error(`${name}: ${readReason(error)}`),
    },
    revision,
    contents,
  );
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Answers from the files as they are, or as they were in a revision. */
export async function answersOf(
  loaded: LoadedSite,
  options: Pick<SiteOptions, "render">,
  revision?: string,
): Promise<SiteAnswers> {
  const { folder, named } = loaded;
  const missing = revision === undefined && [...named].find((name) => !isFolder(path.resolve(folder, name)));
  if (missing) throw new UsageError(`--map: The folder ${missing} does not exist.`);
  const tree = revision === undefined ? new WorkTree(folder, named) : await GitTree.open(folder, revision);
  return answersFrom(loaded, tree, options, revision);
}
