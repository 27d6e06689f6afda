import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import type { Fix, Problem } from "../text/span";
import { choice } from "./choice";
import { whole } from "./number";
import type { ValueType } from "./valueType";

// The line that a key or a service belongs to: a number of the phone's lines or a word of the list, mostly Disabled.

export const lineNumber: ValueType = {
  ...choice,
  id: "LineNumber",
  check(text, at) {
    const lines = at.options.map(Number).filter((line) => !Number.isNaN(line));
    const last = Math.max(...lines);
    if (!/^\d+$/.test(text) || lines.length === 0 || (Number(text) >= 1 && Number(text) <= last))
      return choice.check(text, at);
    return [noSuchLine(text, last, at)];
  },
};

function noSuchLine(text: string, last: number, at: EffectiveParameter): Problem {
  const words = at.options.filter((option) => Number.isNaN(Number(option)));
  const own = String(at.indexes.at(-1) ?? "");
  const write = (value: string): Fix => ({
    title: l10n.t("Replace with `{0}`", value),
    edits: [{ span: whole(text), text: value }],
  });
  return {
    code: "value/no-such-line",
    severity: "warning",
    message:
      words.length > 0
        ? l10n.t("`{0}` is not a line number of this phone. Use 1 to {1}, or `{2}`.", text, last, words.join(", "))
        : l10n.t("`{0}` is not a line number of this phone. Use 1 to {1}.", text, last),
    span: whole(text),
    fixes: [...(at.options.includes(own) ? [own] : []), ...words].map(write),
  };
}
