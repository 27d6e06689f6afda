import * as l10n from "@vscode/l10n";
import { nearest } from "../text/nearest";
import type { Problem, Span } from "../text/span";
import type { Values } from "./rows";

/** A template writes a variable that its row does not have. */
export function unknownVariable(name: string, span: Span, values: Values): Problem {
  const meant = nearest(name, namesIn(values));
  const message =
    meant === undefined
      ? l10n.t("Unknown variable `{0}`. Nothing is written in its place.", name)
      : l10n.t("Unknown variable `{0}`. Did you mean `{1}`? Nothing is written in its place.", name, meant);
  return { code: "template/unknown-variable", severity: "warning", message, span };
}

/** `phone` and `phone.name`. */
function* namesIn(values: Values): Generator<string> {
  for (const [name, value] of values) {
    yield name;
    if (value instanceof Map) for (const member of (value as Values).keys()) yield `${name}.${member}`;
  }
}
