import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";

export const ldapServer: Check = {
  code: "ldap/no-server",
  severity: "warning",
  title: "Directory enabled without a server",
  docs: `\`LDAP_Dir_Enable\` turns the company directory on, and \`LDAP_Server\` is its server, empty by default. Without a server every search fails.`,
  examples: [
    {
      bad: "<flat-profile><LDAP_Dir_Enable>Yes</LDAP_Dir_Enable><LDAP_Server/></flat-profile>",
      good: "<flat-profile><LDAP_Dir_Enable>Yes</LDAP_Dir_Enable><LDAP_Server>ldap.example.com</LDAP_Server></flat-profile>",
    },
  ],
  profile(profile, { report }) {
    const enable = profile.inEffect("LDAP_Dir_Enable");
    const server = profile.inEffect("LDAP_Server");
    if (!enable || enable.templated || !/^(?:yes|1|enable)$/i.test(enable.text)) return;
    if (server && (server.templated || (server.text !== "" && server.text !== '""'))) return;
    report(enable, {
      message: l10n.t("The directory is enabled, but `{0}` is empty. Every search fails.", "LDAP_Server"),
      span: enable.valueSpan,
      ...(server && {
        related: [{ segment: server.segment, span: server.nameSpan, message: l10n.t("Empty server") }],
      }),
    });
  },
};
