import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import type { Neighbors } from "../../../../profile/neighbors";
import type { ProfileDocument } from "../../../../profile/profileDocument";
import { type Program, programOf, reachable, type Step } from "../../flow/program";
import type { Inclusion } from "../../statement";

function* inclusionsOf(
  program: Program,
): Generator<{ readonly index: number; readonly step: Step; readonly get: Inclusion }> {
  const isReached = reachable(program);
  for (const [index, step] of program.steps.entries())
    if (step.statement.kind === "get" && isReached[index]) yield { index, step, get: step.statement };
}

const hasVariable = (name: string) => name.includes("$");
const isTemplated = (name: string) => /[{}<>%@]/.test(name);

/** Files of the folder that a name with variables may mean. */
export function filesFor(typed: string, { names }: Neighbors): readonly string[] {
  if (!hasVariable(typed)) return names.filter((name) => name === typed);
  const parts = typed.split(/\$(?:[A-Z][A-Z0-9_]*)/i).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(
    `^${typed.startsWith("$MACADDR") ? "[0-9a-f]{12}" : "[\\w-]+"}${parts.slice(1).join("[\\w-]+")}$`,
    "i",
  );
  const plain = new RegExp(`^${parts.join("[\\w-]+")}$`, "i");
  return names.filter((name) => (parts[0] === "" ? pattern : plain).test(name));
}

/** The first file that surely answers; of a name with variables some phones have none. */
function answers({ text }: Inclusion["file"], neighbors: Neighbors | undefined): ProfileDocument | undefined {
  return hasVariable(text) || isTemplated(text) ? undefined : neighbors?.read(text);
}

/** Files that a file asks for last, or asks for at all. */
function asksFor(document: ProfileDocument, name: string): boolean {
  return [...inclusionsOf(programOf(document))].some(({ get }) => get.file.text === name);
}

export const getShadowed: Check = {
  code: "flow/get-shadowed",
  severity: "warning",
  title: "Statement after the GET of a file that exists",
  docs: "When a file arrives, the phone reads it and never comes back to the file with the `GET`. Statements after it are read only while the file is missing. Move them before the `GET`, or to the end of the other file.",
  examples: [
    {
      bad: "GET 46xxsettings.txt\nGET $MACADDR.txt\n",
      good: "GET 46xxsettings.txt\n",
      folder: { own: "J100Supgrade.txt", others: { "46xxsettings.txt": "SET L2QVLAN 120\n" } },
    },
  ],
  document(document, { report, neighbors }) {
    if (document.hasTemplate) return;
    const program = programOf(document);
    for (const { index, step, get } of inclusionsOf(program)) {
      const next = program.steps[index + 1];
      if (!next || next.statement.kind === "label") continue;
      const found = answers(get.file, neighbors);
      // The vendor's own files ask for the name with the old ending first.
      const isPair =
        next.statement.kind === "get" &&
        next.statement.file.text.replace(/\.\w+$/, "") === get.file.text.replace(/\.\w+$/, "");
      if (isPair) continue;
      if (next.statement.kind === "get" && found && asksFor(found, next.statement.file.text)) continue;
      // Without the folder only a name that every phone asks for can be meant to exist.
      const isSure = found !== undefined;
      const isLikely = neighbors === undefined && next.statement.kind === "get" && !hasVariable(get.file.text);
      if (!isSure && !isLikely) continue;
      report(next.segment, {
        message: isSure
          ? l10n.t("`{0}` exists, so the phone does not read the statements after its `GET`.", get.file.text)
          : l10n.t("The phone reads the second file only when `{0}` is missing.", get.file.text),
        span: next.statement.span,
        severity: isSure ? "warning" : "info",
        ...(next.statement.kind === "get" && {
          related: [{ segment: step.segment, span: get.span, message: l10n.t("The first file is asked for here") }],
        }),
      });
    }
  },
};

/** Files that lead to each other, at most. */
const maxChain = 20;

export const getCycle: Check = {
  code: "flow/get-cycle",
  severity: "error",
  title: "File that leads back to itself",
  docs: "Files that ask for each other with `GET` make the phone fetch them again and again. Let the last file of a chain end without a `GET`.",
  examples: [{ bad: "GET 46xxsettings.txt\n", good: "SET L2QVLAN 120\n", folder: { own: "46xxsettings.txt" } }],
  document(document, { report, neighbors }) {
    if (!neighbors) return;
    for (const { step, get } of inclusionsOf(programOf(document))) {
      const chain = cycleFrom(get.file.text, neighbors);
      if (!chain) continue;
      report(step.segment, {
        message: l10n.t(
          "`{0}` leads back to `{1}`. The phone reads the files again and again.",
          get.file.text,
          neighbors.own,
        ),
        span: get.file.span,
      });
    }
  },
};

/** The files from `name` back to the file itself. */
function cycleFrom(name: string, neighbors: Neighbors): readonly string[] | undefined {
  const seen = new Set<string>();
  const queue = [name];
  while (queue.length > 0 && seen.size < maxChain) {
    const next = queue.shift() as string;
    if (next === neighbors.own) return [...seen, next];
    if (seen.has(next) || hasVariable(next)) continue;
    seen.add(next);
    const found = neighbors.read(next);
    if (found) for (const { get } of inclusionsOf(programOf(found))) queue.push(get.file.text);
  }
  return undefined;
}

export const getMissing: Check = {
  code: "flow/get-missing",
  severity: "info",
  title: "File that is not in the folder",
  docs: "The `GET` names a file that is not in the folder of this one. It may be on the server only. When the phone does not get it, it goes on with the next line.",
  examples: [
    {
      bad: "GET 46xxsetings.txt\n",
      good: "GET 46xxsettings.txt\n",
      folder: { own: "96xxupgrade.txt", others: { "46xxsettings.txt": "SET L2QVLAN 120\n" } },
    },
  ],
  document(document, { report, neighbors }) {
    if (!neighbors) return;
    for (const { step, get } of inclusionsOf(programOf(document))) {
      const { text, span } = get.file;
      if (isTemplated(text) || hasVariable(text) || filesFor(text, neighbors).length > 0) continue;
      report(step.segment, { message: l10n.t("The folder has no file `{0}`.", text), span });
    }
  },
};
