import * as l10n from "@vscode/l10n";
import type { Dialect } from "../dialects/dialect";
import { type Extension, extensionDialect, readExtension } from "../schema/extension";
import type { DialectServices } from "./dialectServices";

/** A site's own parameters with the dialect they belong to. */
interface SiteParameters extends Extension {
  readonly dialect: Dialect;
}

/** Reads the file of a site called `origin`: the dialect that it names, otherwise the first one, gets its parameters. */
export function readSiteParameters(text: string, origin: string, services: DialectServices): SiteParameters {
  const named = extensionDialect(text);
  const dialect = named ? services.dialects.find(({ id }) => id === named.id) : services.first;
  const { parameters, problems } = readExtension(text, origin, services.builtIn(dialect ?? services.first));
  if (dialect || !named) return { dialect: dialect ?? services.first, parameters, problems };
  const ids = services.dialects.map(({ id }) => id).join(", ");
  return {
    dialect: services.first,
    parameters: [],
    problems: [
      {
        code: "catalogue/bad-value",
        severity: "error",
        message: l10n.t("Unknown dialect `{0}`. Use one of: {1}. The file is ignored.", named.id, ids),
        span: named.span,
      },
    ],
  };
}
