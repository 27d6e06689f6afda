import * as l10n from "@vscode/l10n";
import type { Check, Interest, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { type Catalogue, isListed } from "../../../schema/catalogue";
import { defaultFor } from "../../../schema/effectiveParameter";
import type { Switch } from "../../../schema/model";
import { fillPattern, parsePattern } from "../../../schema/pattern";
import { readBool } from "../../../values/bool";

/** A file with as many settings is a phone's own dump or a template of one: it sets values that were never chosen. */
export const dumpSize = 300;

export const switchedOff: Check = {
  code: "parameter/switched-off",
  severity: "info",
  title: "Setting without effect",
  docs: `The setting has an effect only while another one is on, and that one is off, in the file or by default. Another file of the same phone may turn it on, so this is only information. Files with as many settings as a phone's own report are not checked.`,
  examples: [
    {
      bad: "<flat-profile><STUN_Server>stun.example.com</STUN_Server></flat-profile>",
      good: "<flat-profile><STUN_Enable>Yes</STUN_Enable><STUN_Server>stun.example.com</STUN_Server></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (profile.count >= dumpSize) return;
    const reported = new Map<string, Setting>();
    for (const setting of context.select(profile, ownValue)) {
      if (profile.inEffect(setting.name) !== setting) continue;
      const found = switchOf(setting, context.catalogue);
      if (!found || !isOff(found, setting, profile, context)) continue;
      // One switch is one cause.
      if (reported.has(found.name)) continue;
      reported.set(found.name, setting);
      const stated = profile.inEffect(found.name);
      context.report(setting, {
        message: stated
          ? l10n.t("`{0}` has no effect while `{1}` is `{2}`.", setting.name, found.name, stated.text)
          : l10n.t("`{0}` has no effect while `{1}` has its default `{2}`.", setting.name, found.name, found.off),
        ...(stated && {
          related: [{ segment: stated.segment, span: stated.nameSpan, message: l10n.t("Setting that turns it off") }],
        }),
      });
    }
  },
};

interface FoundSwitch {
  /** With the numbers of the setting. */
  readonly name: string;
  readonly off: string;
}

const bySetting = new WeakMap<Catalogue, ReadonlyMap<string, Switch>>();

function switchOf(setting: Setting, catalogue: Catalogue): FoundSwitch | undefined {
  let switches = bySetting.get(catalogue);
  if (!switches) {
    switches = new Map(catalogue.switches.flatMap((each) => each.settings.map((name) => [name, each] as const)));
    bySetting.set(catalogue, switches);
  }
  const found = catalogue.find(setting.name, setting.path);
  const owner = found && switches.get(found.parameter.name);
  return owner && { name: fillPattern(parsePattern(owner.switch), found.indexes), off: owner.off };
}

/** Values of their own right in the profile; whether there is a switch is a question to the catalogue. */
const ownValue: Interest = {
  name: ({ path }, { effective }) => path === "" && effective !== undefined,
  setting: ({ templated, text }, { effective }) => !templated && text !== "" && text !== effective?.default,
};

function isOff(
  { name, off }: FoundSwitch,
  setting: Setting,
  profile: Profile,
  { catalogue, device }: ProfileCheckContext,
): boolean {
  const means = (text: string | undefined) =>
    text !== undefined && (text === off || (off === "No" && readBool(text) === false));
  const owner = catalogue.find(name);
  const own = catalogue.find(setting.name)?.parameter;
  if (!owner || !own) return false;
  const { family } = device;
  if (family !== undefined && !isListed(owner.parameter, family)) return false;
  const stated = profile.inEffect(name);
  if (stated?.templated) return false;
  if (stated && stated.text !== "") return means(stated.text);
  const families = catalogue.families
    .map(({ id }) => id)
    .filter((id) => (family === undefined || id === family) && isListed(own, id));
  return (
    families.length > 0 &&
    families.every((id) => isListed(owner.parameter, id) && means(defaultFor(owner.parameter, owner.indexes, id)))
  );
}
