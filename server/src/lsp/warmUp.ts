import { unknownDevice } from "../analysis/deviceChoice";
import { defaultUserSettings } from "../analysis/settings";
import { Snapshot } from "../analysis/snapshot";
import { diagnosticsOf } from "../features/diagnostics";
import { resolveParameter } from "../schema/effectiveParameter";
import { LineIndex } from "../text/lineIndex";
import type { Session } from "./session";

/** Parameters read in one go: a few milliseconds, so that messages are not kept waiting. */
const atOnce = 60;

/**
 * Reads every parameter once with its default while no request waits: the engine compiles the
 * reader, the types and the checks, and the catalogue remembers names. Ends when a file is opened.
 */
export async function warmUp(session: Session): Promise<void> {
  const { services, runtime, client } = session;
  const service = services.of(services.first);
  const { catalogue, dialect } = service;
  const seen = new Set<string>();
  let elements: string[] = [];
  const readElements = (): void => {
    const text = dialect.file(elements);
    elements = [];
    const snapshot = new Snapshot(text, dialect.read(text, catalogue), service, defaultUserSettings.analysis);
    const lines = new LineIndex(text);
    diagnosticsOf({ uri: "", version: 0, snapshot, lines, settings: defaultUserSettings, client });
  };
  for (const name of catalogue.concreteNames(unknownDevice)) {
    const found = catalogue.find(name);
    if (!found || seen.has(found.parameter.name)) continue;
    seen.add(found.parameter.name);
    elements.push(dialect.write.element(name, resolveParameter(found, name, unknownDevice, catalogue).default ?? ""));
    if (elements.length < atOnce) continue;
    readElements();
    await runtime.yieldToMessages();
    if (session.documents.count > 0) return;
  }
  readElements();
}
