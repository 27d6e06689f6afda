import * as l10n from "@vscode/l10n";
import type { ScriptReport } from "../../../server/src/preview/report";
import type { Mood } from "../shared/mood";

/** What became of a file that is asked for. */
export function answerWords({ answer, note }: Pick<ScriptReport["files"][number], "answer" | "note">): {
  readonly text: string;
  readonly mood: Mood;
} {
  if (note !== undefined) return { text: note, mood: answer === "missing" ? "none" : "good" };
  switch (answer) {
    case "start":
      return { text: "", mood: "good" };
    case "file":
      return { text: l10n.t("is read; the rest of the file before is ignored"), mood: "good" };
    case "missing":
      return { text: l10n.t("is missing; the phone goes on with the next line"), mood: "none" };
    case "cycle":
      return { text: l10n.t("was read before: the files lead to each other"), mood: "bad" };
    default:
      return { text: l10n.t("is not in the folder; what it sets is unknown"), mood: "warn" };
  }
}
