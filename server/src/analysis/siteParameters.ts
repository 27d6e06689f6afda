import * as l10n from "@vscode/l10n";
import type { Dialect } from "../dialects/dialect";
import { type Extension, extensionDialect, readExtension } from "../schema/extension";
import type { Parameter } from "../schema/model";
import type { Problem } from "../text/span";
import type { DialectServices } from "./dialectServices";

/** A site's own parameters, as each dialect that the file is for reads them. */
interface SiteParameters {
  readonly added: ReadonlyMap<Dialect, readonly Parameter[]>;
  /** Spans are offsets into the file. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the file of a site called `origin`. It is for the dialect that it names, otherwise for those that have most of its
 * names, types and families: of new names alone, for all.
 */
export function readSiteParameters(text: string, origin: string, services: DialectServices): SiteParameters {
  const named = extensionDialect(text);
  const dialects = dialectsOfParameters(text, services);
  if (named && dialects.length === 0) {
    const ids = services.dialects.map(({ id }) => id).join(", ");
    const message = l10n.t("Unknown dialect `{0}`. Use one of: {1}. The file is ignored.", named.id, ids);
    return {
      added: new Map(),
      problems: [{ code: "catalogue/bad-value", severity: "error", message, span: named.span }],
    };
  }
  const read = dialects.map((dialect) => readExtension(text, origin, services.builtIn(dialect)));
  return {
    added: new Map(dialects.map((dialect, i) => [dialect, read[i]?.parameters ?? []])),
    problems: withoutRepeats(read),
  };
}

/** The dialects that a file of parameters is for; none only where it names one that does not exist. */
export function dialectsOfParameters(text: string, services: DialectServices): readonly Dialect[] {
  const named = extensionDialect(text);
  if (named) return services.dialects.filter(({ id }) => id === named.id);
  if (services.dialects.length === 1) return services.dialects;
  const misfits = services.dialects.map((dialect) => {
    const catalogue = services.builtIn(dialect);
    const { parameters, problems } = readExtension(text, "", catalogue);
    return parameters.filter(({ name, path }) => !catalogue.find(name, path)).length + problems.length;
  });
  const fewest = Math.min(...misfits);
  return services.dialects.filter((_, i) => misfits[i] === fewest);
}

/** What several dialects report of one place is reported once. */
function withoutRepeats(read: readonly Extension[]): readonly Problem[] {
  const seen = new Set<string>();
  return read
    .flatMap(({ problems }) => problems)
    .filter(({ code, span }) => {
      const key = `${span.start} ${code}`;
      return !seen.has(key) && seen.add(key);
    });
}
