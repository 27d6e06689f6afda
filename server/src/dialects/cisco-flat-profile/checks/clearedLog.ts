import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";

export const clearedLog: Check = {
  code: "log/cleared",
  severity: "info",
  title: "Log message that is never sent",
  docs: `A log message that is emptied with \`""\` is not sent, so the syslog server no longer shows which phones resync or fail. Remove the element to keep the message.`,
  examples: [
    {
      bad: '<flat-profile><Log_Failure_Msg>""</Log_Failure_Msg></flat-profile>',
      good: "<flat-profile><Log_Failure_Msg>$PN $MAC failed: $ERR</Log_Failure_Msg></flat-profile>",
    },
  ],
  forName: ({ name }, { type }) => type?.id === "MacroText" && name.startsWith("Log_"),
  setting(setting, _facts, { report }) {
    if (setting.text !== '""') return;
    report({
      message: l10n.t("The phone never sends this message. The log no longer shows the event."),
      span: setting.valueSpan,
    });
  },
};
