import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { containersOf } from "../../../profile/containers";
import { shift } from "../../../text/span";
import { item, written } from "../message";

const sound = written(item("reg-port", "5060"));

export const root: Check = {
  code: "message/root",
  severity: "warning",
  title: "Root in another spelling",
  docs: "The guide calls the root of a message of the server `<DLSMessage>`. Phones in the field take `<DlsMessage>` too, so they do not compare every letter, but another release may. Use the spelling of the guide. Any other root is an **error**.",
  examples: [
    { bad: sound.replaceAll("DLSMessage", "DlsMessage"), good: sound },
    { bad: sound.replaceAll("DLSMessage", "DLSMesage"), good: sound },
  ],
  document(document, { report }) {
    for (const { name, role, openName, endName } of containersOf(document)) {
      const [, local = ""] = /^(?:.*:)?(.*)$/.exec(name) ?? [];
      if (role !== "profile" || /^(?:DLSMessage|WorkpointMessage|ItemList)$/.test(local)) continue;
      const segment = document.segments[document.indexAt(openName.start)];
      if (!segment) continue;
      const base = -document.startOf(segment);
      const right = name.replace(local, /^W/i.test(local) ? "WorkpointMessage" : "DLSMessage");
      const isInUse = local === "DlsMessage";
      report(segment, {
        ...(!isInUse && { severity: "error" }),
        message: isInUse
          ? l10n.t("The root is `<{0}>`. The guide calls it `<{1}>`.", name, right)
          : l10n.t("Unknown root `<{0}>`. Did you mean `<{1}>`?", name, right),
        span: shift(openName, base),
        fixes: [
          {
            title: l10n.t("Replace the root with `{0}`", right),
            edits: [openName, ...(endName ? [endName] : [])].map((span) => ({ span: shift(span, base), text: right })),
          },
        ],
      });
    }
  },
};
