import { unknownDevice } from "../analysis/deviceChoice";
import { DialectService } from "../analysis/dialectService";
import { defaultUserSettings } from "../analysis/settings";
import { Snapshot } from "../analysis/snapshot";
import type { Dialect } from "../dialects/dialect";
import { certain, headLength, mayBeOurs, ofLanguage, recognize } from "../dialects/recognize";
import { diagnosticsOf } from "../features/diagnostics";
import type { ProfileDocument } from "../profile/profileDocument";
import { Catalogue } from "../schema/catalogue";
import { resolveParameter } from "../schema/effectiveParameter";
import { combinations, fillPattern } from "../schema/pattern";
import { EditedText } from "../text/editedText";
import { madeUpCatalogue } from "./madeUpCatalogue";
import type { Session } from "./session";

/** Parameters read in one go: a few milliseconds, so that messages are not kept waiting. */
const atOnce = 60;

/** Files of the workspace that are looked at to see of which dialect they are. */
const maxFiles = 8;

/** What is typed into a sample and taken back. */
const typed = "x";

/**
 * Reads many parameters once with their defaults while no request waits: the engine compiles the reader, the types and
 * the checks. Where an open file or one of the workspace shows the dialect, they are those of its catalogue, which remembers their
 * names; otherwise they are made up, and no catalogue is read. Then the examples of the checks are read and edited: tables,
 * sections and problems. Ends when a file is opened.
 */
export async function warmUp(session: Session): Promise<void> {
  const { services, runtime, client } = session;
  const seen = openDialects(session)[0] ?? (await dialectInWorkspace(session));
  if (session.documents.count > 0) return;
  const service = seen ? services.of(seen) : madeUpService(session);
  const { catalogue, dialect } = service;
  const diagnose = (lines: EditedText, tree: ProfileDocument): void => {
    const snapshot = new Snapshot(lines.text, tree, service, defaultUserSettings.analysis);
    // asked of what is near a problem, which most names here do not have
    for (const segment of tree.segments) dialect.secrets.inSegment(segment, catalogue);
    diagnosticsOf({ uri: "", version: 0, snapshot, lines, settings: defaultUserSettings, client });
  };
  const isIdle = async (): Promise<boolean> => {
    await runtime.yieldToMessages();
    return session.documents.count === 0;
  };
  let elements: string[] = [];
  const readElements = (): Promise<boolean> => {
    const lines = new EditedText(dialect.file(elements));
    elements = [];
    diagnose(lines, dialect.read(lines.text, catalogue));
    return isIdle();
  };
  let isFirst = true;
  // Names are made one by one: those of a whole catalogue take as long as a large file.
  for (const { pattern, ranges } of catalogue.namedParameters(unknownDevice)) {
    const [indexes] = combinations(pattern, ranges);
    const name = indexes && fillPattern(pattern, indexes);
    const found = name === undefined ? undefined : catalogue.find(name);
    if (name === undefined || !found) continue;
    // One unknown name makes the search for similar ones ready, and what a problem needs.
    if (isFirst) elements.push(dialect.write.element(`${name}x`, "1"));
    isFirst = false;
    elements.push(dialect.write.element(name, resolveParameter(found, name, unknownDevice, catalogue).default ?? ""));
    if (elements.length >= atOnce && !(await readElements())) return;
  }
  if (!(await readElements())) return;
  for (const { examples } of dialect.checks)
    for (const { bad } of examples) {
      const lines = new EditedText(bad);
      let tree = dialect.read(lines.text, catalogue);
      diagnose(lines, tree);
      const at = bad.length >> 1;
      for (const text of [typed, ""]) {
        const change = { start: at, oldEnd: text === "" ? at + typed.length : at, newEnd: at + text.length };
        lines.replace(change.start, change.oldEnd, text);
        tree = dialect.read(lines.text, catalogue, tree, change);
        diagnose(lines, tree);
      }
      if (!(await isIdle())) return;
    }
}

/** Reads the catalogues that the files of the client need as soon as they come. */
export async function readCatalogues(session: Session): Promise<void> {
  for (const dialect of openDialects(session)) session.services.builtIn(dialect).readParameters();
}

function openDialects({ services: { dialects }, openLanguages }: Session): readonly Dialect[] {
  return [...new Set(openLanguages.flatMap((language) => ofLanguage(dialects, language) ?? []))];
}

async function dialectInWorkspace({ services, runtime, folders }: Session): Promise<Dialect | undefined> {
  const { dialects } = services;
  const files = (await runtime.listFiles?.(folders, (name) => mayBeOurs(dialects, name))) ?? [];
  for (const uri of files.slice(0, maxFiles)) {
    const head = (await runtime.readFile?.(uri))?.slice(0, headLength) ?? "";
    const dialect = recognize(dialects, uri, head, certain);
    if (dialect) return dialect;
  }
  return undefined;
}

function madeUpService({ services: { first, log, year } }: Session): DialectService {
  const [facts, list] = madeUpCatalogue(first);
  return new DialectService(
    first,
    Catalogue.load(facts, () => list, first.ignoresCase),
    log,
    year,
  );
}
