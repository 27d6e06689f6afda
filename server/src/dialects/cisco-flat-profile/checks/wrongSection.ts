import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";

export const wrongSection: Check = {
  code: "parameter/in-wrong-section",
  severity: "warning",
  title: "Settings of the phone in a section of the router",
  docs: `Inside \`<router-configuration>\` the section and the name together identify a setting, so the phone does not find a setting there that belongs directly below \`<flat-profile>\`. Move it out of the section. Reported once for each section; as a hint when most settings of the section are correct, because firmware may have settings that we do not list.`,
  examples: [
    {
      bad: "<flat-profile>\n<router-configuration>\n<GPP_A>1</GPP_A>\n<Proxy_1_>sip.example.com</Proxy_1_>\n</router-configuration>\n</flat-profile>",
      good: "<flat-profile>\n<GPP_A>1</GPP_A>\n<Proxy_1_>sip.example.com</Proxy_1_>\n</flat-profile>",
    },
  ],
  profile(profile, { catalogue, facts, select, report }) {
    const sections = new Map<string, { first?: Setting; wrong: number; right: number }>();
    for (const setting of select(profile, inSection)) {
      const { name, path } = setting;
      if (!catalogue.hasSection(path)) continue;
      let section = sections.get(path);
      if (!section) {
        section = { wrong: 0, right: 0 };
        sections.set(path, section);
      }
      if (facts(setting).effective) section.right++;
      else if (catalogue.has(name) && !isAbove(name, path, catalogue)) {
        section.first ??= setting;
        section.wrong++;
      }
    }
    for (const [path, { first, wrong, right }] of sections) {
      if (!first) continue;
      report(first, {
        severity: wrong > right ? "warning" : "hint",
        message:
          wrong === 1
            ? l10n.t("`{0}` must be directly below the root. The phone ignores it in `{1}`.", first.name, path)
            : l10n.t(
                "{0} settings in `{1}` must be directly below the root. The first is `{2}`. The phone ignores them.",
                wrong,
                path,
                first.name,
              ),
      });
    }
  },
};

/** It belongs to a section around this one, whose end tag is missing. */
function isAbove(name: string, path: string, catalogue: Catalogue): boolean {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    if (catalogue.has(name, path.slice(0, at))) return true;
  return false;
}

const inSection: Interest = {
  name: ({ path }) => path !== "",
  setting: ({ templated }) => !templated,
};
