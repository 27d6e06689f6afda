import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { nearest } from "../../../text/nearest";

export const dictionaryLanguage: Check = {
  code: "language/not-in-dictionary",
  severity: "warning",
  title: "Language that the dictionary script does not offer",
  docs: `\`Language_Selection\` takes effect only when \`Dictionary_Server_Script\` has the same language in one of its entries \`d1=\`, \`d2=\` …; upper and lower case matter. Otherwise the phone stays in English.`,
  examples: [
    {
      bad: "<flat-profile><Dictionary_Server_Script>serv=http://192.0.2.1/l/;d1=Spanish;x1=es.xml</Dictionary_Server_Script><Language_Selection>German</Language_Selection></flat-profile>",
      good: "<flat-profile><Dictionary_Server_Script>serv=http://192.0.2.1/l/;d1=Spanish;x1=es.xml</Dictionary_Server_Script><Language_Selection>Spanish</Language_Selection></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    const script = profile.inEffect("Dictionary_Server_Script");
    const selection = profile.inEffect("Language_Selection");
    if (!script || !selection || script.templated || selection.templated || selection.text === "") return;
    const languages = [...script.text.matchAll(/(?:^|;)\s*d\d+\s*=\s*([^;]*)/gi)].map((match) =>
      (match[1] ?? "").trim(),
    );
    if (languages.length === 0 || languages.includes(selection.text) || /^(?:english|en\b)/i.test(selection.text))
      return;
    const near = nearest(selection.text, languages) ?? (languages.length === 1 ? languages[0] : undefined);
    report(selection, {
      message: l10n.t(
        "The dictionary script has no language `{0}`. It has: {1}. The phone stays in English.",
        selection.text,
        languages.join(", "),
      ),
      span: selection.valueSpan,
      related: [{ segment: script.segment, span: script.valueSpan, message: l10n.t("Dictionary script") }],
      ...(near !== undefined && {
        fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: write.setValue(selection, near) }],
      }),
    });
  },
};
