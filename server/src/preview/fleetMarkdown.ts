import * as l10n from "@vscode/l10n";
import { escapeMarkdown, escapeProse } from "../text/markdown";
import type { FleetShown } from "./fleetTable";
import { type OutcomeNames, outcomeInWords } from "./fleetWords";

/** What is shown of the devices of a list, for a ticket: each outcome with the first of its devices. */
export function fleetMarkdown(shown: FleetShown, names: OutcomeNames): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |\n`;
  const head = [l10n.t("Phone"), l10n.t("Model"), l10n.t("Rules"), l10n.t("Load"), l10n.t("What happens")];
  const groups = shown.groups().map(({ outcome, count, rows }) => {
    const body = rows.map(({ id, model, rules, load, fault, reason }) => {
      const taken = rules.filter((rule) => rule.taken > 0);
      const urls = taken.map(({ parameter, taken: number, url }) => `${parameter} ${number} ${url}`.trim());
      return [id, model, urls.join(", "), load, [fault ?? "", reason].join(" ").trim()];
    });
    const more = count - rows.length;
    const rest = more > 0 ? `\n${l10n.t("{0} more are not listed.", more.toLocaleString("en"))}\n` : "";
    const title = escapeProse(outcomeInWords(outcome, count, names));
    return `### ${title}\n\n${line(head)}|${head.map(() => " --- |").join("")}\n${body.map(line).join("")}${rest}`;
  });
  return groups.join("\n");
}
