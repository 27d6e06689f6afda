import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";

// aliases = { alias ";" } ; alias = "/" path "=" "/flat-profile/" Parameter : specification section 1.7.
// The map of `--alias`: elements of a foreign file that set parameters.

const maxAliases = 30;

export interface Alias {
  /** Element names; the end of the path of the elements that are meant. */
  readonly path: readonly string[];
  readonly parameter: string;
  readonly span: Span;
}

interface AliasMap {
  readonly aliases: readonly Alias[];
  readonly problems: readonly Problem[];
}

export function readAliasMap(text: string): AliasMap {
  const aliases: Alias[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const part of text.split(";")) {
    const lead = part.length - part.trimStart().length;
    const item = part.trim();
    const span = { start: start + lead, end: start + lead + item.length };
    start += part.length + 1;
    if (item === "") continue;
    const match = /^((?:\/[\w.-]+)+)\/?\s*=\s*((?:\/[\w.-]+)+)\/?$/.exec(item);
    const path = match?.[1]?.split("/").slice(1);
    const target = match?.[2]?.split("/").slice(1);
    const parameter = target?.at(-1);
    if (!path || !parameter) {
      problems.push({
        code: "rule/alias",
        severity: "warning",
        message: l10n.t("An alias must have the form `/element/element = /flat-profile/Parameter ;`."),
        span,
      });
      continue;
    }
    if (aliases.length === maxAliases)
      problems.push({
        code: "rule/alias-limit",
        severity: "warning",
        message: l10n.t("An alias map can have at most {0} entries.", maxAliases),
        span,
      });
    if (aliases.some((alias) => alias.path.join("/") === path.join("/")))
      problems.push({
        code: "rule/alias-twice",
        severity: "warning",
        message: l10n.t(
          "An earlier entry has the same element. The phone uses that entry and never sets `{0}`.",
          parameter,
        ),
        span,
      });
    aliases.push({ path, parameter, span });
  }
  return { aliases, problems };
}

/** One element of a foreign file that contains text and no elements. */
interface ForeignLeaf {
  /** Names from the root down. */
  readonly path: readonly string[];
  readonly text: string;
}

/** The parameter that the first entry for an element names; the rest of a foreign file means nothing. */
export function aliasFor(path: readonly string[], { aliases }: Pick<AliasMap, "aliases">): string | undefined {
  return aliases.find((alias) => isTail(alias.path, path))?.parameter;
}

/**
 * The parameters that a foreign file sets: of each element, by the first entry that fits its path. What is in a
 * flat-profile of its own and fits no entry sets the parameter that it is named after.
 */
export function applyAliases(
  leaves: readonly ForeignLeaf[],
  map: Pick<AliasMap, "aliases">,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { path, text } of leaves) {
    const parameter = aliasFor(path, map) ?? (path.at(-2) === "flat-profile" ? path.at(-1) : undefined);
    if (parameter !== undefined) values.set(parameter, text.trim());
  }
  return values;
}

function isTail(path: readonly string[], of: readonly string[]): boolean {
  const skip = of.length - path.length;
  return skip >= 0 && path.every((name, i) => name === of[skip + i]);
}
