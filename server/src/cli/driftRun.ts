import path from "node:path";
import type { Source } from "../deployment/driftComparison";
import { FileSource, SiteSource } from "../deployment/driftSource";
import type { SiteFile } from "../deployment/exchange";
import { startIn } from "../deployment/siteMap";
import { fileAt, type Revision, revisionsSince } from "../node/git/revisions";
import { decode } from "./encoding";
import { answersOf, type LoadedSite, type SiteOptions } from "./site/siteOptions";

// Where dumps are compared with files and revisions on the disk.

export interface OpenSource {
  readonly source: Source;
  /** For a person. */
  readonly notes: readonly string[];
  close(): void;
}

export interface PastOptions {
  /** The oldest revision that is looked at. */
  readonly since?: string;
  /** Revisions at most. */
  readonly revisions: number;
}

async function pastOf(folder: string, place: string, { since, revisions: most }: PastOptions) {
  if (since === undefined) return { revisions: [], notes: [] };
  const { revisions, isCut } = await revisionsSince(folder, since, place, most);
  const note = `Only the newest ${most - 1} revisions after ${since} and ${since} itself are looked at. --revisions takes more.`;
  return { revisions: revisions satisfies readonly Revision[], notes: isCut ? [note] : [] };
}

/** One file, whatever the device would fetch. */
export async function oneFile(name: string, text: string, past: PastOptions): Promise<OpenSource> {
  const folder = path.dirname(name);
  const fileOf = (content: string): SiteFile => ({ name, text: content, layers: [], isShared: true });
  const { revisions, notes } = await pastOf(folder, `./${path.basename(name)}`, past);
  const source = new FileSource(fileOf(text), async () => {
    const found: { readonly revision: string; readonly file: SiteFile }[] = [];
    for (const revision of revisions) {
      const bytes = await fileAt(folder, revision, path.basename(name));
      if (bytes) found.push({ revision: revision.name, file: fileOf(decode(bytes).text) });
    }
    return found;
  });
  return { source, notes, close: () => undefined };
}

/** The files that the device fetches. */
export async function wholeSite(
  loaded: LoadedSite,
  options: SiteOptions,
  rule: string | undefined,
  past: PastOptions,
): Promise<OpenSource> {
  const { revisions, notes } = await pastOf(loaded.folder, ".", past);
  const answers = await answersOf(loaded, options);
  const open = [answers];
  const start = { ...startIn(loaded.site), ...(rule !== undefined && { rule }) };
  const source = new SiteSource(start, answers, () =>
    Promise.all(
      revisions.map(async ({ commit, name }) => {
        const past = await answersOf(loaded, options, commit);
        open.push(past);
        return { revision: name, answers: past };
      }),
    ),
  );
  return {
    source,
    notes,
    close: () => {
      for (const each of open) each.close();
    },
  };
}
