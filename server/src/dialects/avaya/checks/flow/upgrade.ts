import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import type { Neighbors } from "../../../../profile/neighbors";
import { isBootFile, type Running, runUntilStable } from "../../flow/firmware";
import { factsOfModel, namedModels } from "../../flow/models";
import { type Program, programOf } from "../../flow/program";
import { type Attention, run, type Site, softwareAlone } from "../../flow/run";

/** Starts of simulated phones, at most. */
const maxRuns = 400;

const running = /^(?:APPNAME|BOOTNAME)$/i;

/** Software that the file names: what may run when the phone reads it. */
function softwareIn({ steps }: Program): readonly string[] {
  const names = new Set<string>();
  for (const { statement } of steps) {
    if (statement.kind === "set" && statement.setting.name === "APPNAME" && !statement.setting.templated)
      names.add(statement.value);
    if (statement.kind === "if" && running.test(statement.left.variable ?? "")) names.add(statement.right.text);
  }
  return [...names].filter((name) => name !== "");
}

function testsSoftware({ steps }: Program): boolean {
  return steps.some(({ statement }) => statement.kind === "if" && running.test(statement.left.variable ?? ""));
}

/** The way of a phone alone. */
const way: Attention = { isTraced: true, follows: () => false };

const noSite: Site = { fetch: () => undefined };

/** Files that change which software is asked for; what others set does not matter here. */
function siteOf(neighbors: Neighbors | undefined): Site {
  if (!neighbors) return noSite;
  return {
    fetch(name) {
      const found = neighbors.read(name);
      return found?.profiles.some((profile) => profile.all("APPNAME").length > 0) ? found : undefined;
    },
  };
}

export const upgradeLoop: Check = {
  code: "flow/upgrade-loop",
  severity: "error",
  title: "Phone that installs software again and again",
  docs: "After a phone has installed what `APPNAME` names, it restarts and reads the file again. When the file then names other software and leads back to the first, the phone never comes to rest. Let the file name the software that runs already.",
  examples: [
    {
      bad: "IF $APPNAME SEQ a.bin GOTO OLD\nSET APPNAME a.bin\nGOTO GETSET\n# OLD\nSET APPNAME b.bin\n# GETSET\nGET 46xxsettings.txt\n",
      good: "SET APPNAME b.bin\nGET 46xxsettings.txt\n",
    },
  ],
  document(document, { report, neighbors }) {
    const program = programOf(document);
    if (document.hasTemplate || !testsSoftware(program)) return;
    const site = siteOf(neighbors);
    const files = softwareIn(program);
    const boots = files.filter(isBootFile);
    let left = maxRuns;
    const starts: readonly Running[] = [
      ...files.filter((name) => !isBootFile(name)).map((application) => ({ application })),
      ...boots.map((boot) => ({ boot })),
    ];
    const own = neighbors?.own ?? "";
    for (const model of [undefined, ...namedModels(program)])
      for (const start of starts) {
        if (left-- <= 0) return;
        const { loops, rounds } = runUntilStable(
          own,
          document,
          (now) => factsOfModel(model, now),
          site,
          start,
          softwareAlone,
        );
        const step = rounds.at(-1)?.verdict.setBy?.origin.step;
        if (!loops || step?.statement.kind !== "set" || !document.segments.includes(step.segment)) continue;
        const names = rounds.map(({ verdict }) => `\`${verdict.file ?? ""}\``);
        report(step.segment, {
          message: l10n.t("The phone never comes to rest. It installs {0} in turn.", names.join(", ")),
          span: step.statement.span,
        });
        return;
      }
  },
};

export const neverSettings: Check = {
  code: "flow/never-settings",
  severity: "warning",
  title: "Model that gets no settings file",
  docs: "The file asks for a settings file, but a model that it names always ends without one. Such a phone keeps its defaults. Let every way lead to the `GET`.",
  examples: [
    {
      bad: "IF $MODEL4 SEQ 1603 GOTO GETSET\nIF $MODEL4 SEQ 1608 GOTO M1608\nGOTO END\n# M1608\nSET APPNAME ha1608ua1_3200.bin\nGOTO END\n# GETSET\nGET 46xxsettings.txt\n# END\n",
      good: "IF $MODEL4 SEQ 1608 GOTO M1608\nGOTO GETSET\n# M1608\nSET APPNAME ha1608ua1_3200.bin\n# GETSET\nGET 46xxsettings.txt\n",
    },
  ],
  document(document, { report }) {
    const program = programOf(document);
    if (document.hasTemplate || !program.steps.some(({ statement }) => statement.kind === "get")) return;
    for (const model of namedModels(program)) {
      const { asked, trace } = run("", document, factsOfModel(model), noSite, way);
      if (asked.length > 1) continue;
      // A jump nowhere is a problem of its own.
      if (trace.some(({ event }) => event === "jump nowhere")) continue;
      const step = program.steps.find(
        ({ statement }) => statement.kind === "if" && statement.right.text.startsWith(model),
      );
      if (step?.statement.kind !== "if") continue;
      report(step.segment, {
        message: l10n.t("Model `{0}` never comes to a `GET`, so it gets no settings file.", model),
        span: step.statement.right.span,
      });
    }
  },
};
