import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import type { Span } from "../../../text/span";
import { allowedDomains, isAllowed } from "../rules/allowedDomains";

/** Parameters whose servers the phone checks against the list (specification 9.12). */
const guarded =
  /^(?:Profile_Rule(?:_[BCD])?|Upgrade_Rule|Cisco_Headset_Upgrade_Rule|Report_Rule|Custom_CA_R(?:ule|ULE)|Custom_CA_URL|Proxy_\d+_|Outbound_Proxy_\d+_)$/;

export const restrictedDomains: Check = {
  code: "domains/not-allowed",
  severity: "warning",
  title: "Server outside Restricted_Access_Domains",
  docs: `When \`Restricted_Access_Domains\` contains domains, the phone refuses every server outside them for profiles, upgrades, reports and registration. A rule or proxy with another host stops working when the list takes effect, and the phone can no longer be reached.`,
  examples: [
    {
      bad: "<flat-profile><Restricted_Access_Domains>example.com</Restricted_Access_Domains><Profile_Rule>https://prov.example.net/$MA.xml</Profile_Rule></flat-profile>",
      good: "<flat-profile><Restricted_Access_Domains>example.com</Restricted_Access_Domains><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
    },
  ],
  profile(profile, { report, select }) {
    const list = profile.inEffect("Restricted_Access_Domains");
    if (!list || list.templated) return;
    const domains = allowedDomains(list.text);
    if (!domains) return;
    for (const setting of select(profile, guardedName)) {
      if (profile.inEffect(setting.name) !== setting) continue;
      for (const { host, span } of hostsIn(setting)) {
        if (isAllowed(host, domains)) continue;
        report(setting, {
          message: l10n.t("`{0}` is not in `Restricted_Access_Domains`. The phone does not connect to it.", host),
          span: setting.value.toSource(span),
          related: [{ segment: list.segment, span: list.valueSpan, message: l10n.t("Allowed domains") }],
        });
      }
    }
  },
};

const guardedName: Interest = {
  name: ({ name, path }) => path === "" && guarded.test(name),
  setting: ({ templated }) => !templated,
};

/** The host names that the value surely names; one with a macro inside is unknown. */
function hostsIn(setting: Setting): { host: string; span: Span }[] {
  const { text } = setting;
  if (text.startsWith("#")) return [];
  const found: { host: string; span: Span }[] = [];
  const pattern = setting.name.includes("roxy")
    ? /^()([a-z0-9.-]+)(?=[:;,\s]|$)/gi
    : /((?:https?|tftp):\/\/)([a-z0-9.-]+)(?=[:/]|$)/gi;
  for (const match of text.matchAll(pattern)) {
    const host = (match[2] ?? "").toLowerCase();
    const start = match.index + (match[1] ?? "").length;
    if (host !== "" && host.includes(".")) found.push({ host, span: { start, end: start + host.length } });
  }
  return found;
}
