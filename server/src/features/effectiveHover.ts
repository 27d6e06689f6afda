import * as l10n from "@vscode/l10n";
import type { Located } from "../analysis/snapshot";
import { type Entry, historyOf, isInEffect, overriddenIn } from "../deployment/history";
import type { Shown } from "../deployment/phone";
import type { Origin } from "../deployment/settings";
import { addressIn, plainAddress } from "../deployment/site/tree";
import { keyOf } from "../profile/setting";
import { codeSpan, escapeMarkdown } from "../text/markdown";
import { type EffectiveRun, effectiveRun } from "./effectiveRun";
import type { OpenFile } from "./feature";
import type { SiteServer } from "./workspaceSite";

// What a hover shows about a setting of the chosen device: in effect, or overridden and by what.

/** Places of overridden values that are named at most. */
const maxOverridden = 3;

/** Settles the chosen device over the site of the file. */
export async function prepareEffective(file: OpenFile, server: SiteServer): Promise<Partial<OpenFile>> {
  const { uri, snapshot, previewDevice } = file;
  if (!previewDevice || !snapshot.dialect.phone) return {};
  const site = await server.site(uri);
  if (!site || site.fault !== undefined) return {};
  const effective = await effectiveRun(site, previewDevice, server, snapshot.dialect.id);
  return typeof effective === "string" ? {} : { effective };
}

/** Markdown; undefined where the device does not read the setting. */
export function effectivePage({ setting, start }: Located, file: OpenFile): string | undefined {
  const { effective, previewDevice, uri } = file;
  if (!effective || !previewDevice) return undefined;
  const { settled, phone, files } = effective;
  const [name] = [...files].find(([, address]) => plainAddress(address) === plainAddress(uri)) ?? [];
  const key = keyOf(setting);
  const current = settled.end.settings.get(key);
  if (name === undefined || !current) return undefined;
  const isHere = (at: Origin) => at.file === name && at.start === start + setting.parts.start;
  const history = historyOf(phone, settled.end, key, current);
  const own = history.filter(({ at }) => isHere(at)).at(-1);
  if (!own) return undefined;
  const words = new Words(effective, phone.shown([settled.start, settled.end]), key);
  const device = words.text(previewDevice.label ?? previewDevice.id);
  const value = phone.valueOf(settled.end, key);
  const isPart = own.how === "added" && isInEffect(own, history);
  const sentences = isHere(current.from)
    ? inEffect(device, history, words)
    : isPart
      ? [l10n.t("In effect on {0}, as a part of {1}.", device, words.value(value))]
      : [instead(device, own, words, value, current.from)];
  if (settled.outcome === "undecided")
    sentences.push(l10n.t("Something about {0} is unknown: another value may win.", device));
  if (settled.outcome === "loop" || settled.outcome === "unsettled")
    sentences.push(l10n.t("The settings of {0} go on changing.", device));
  return sentences.join(" ");
}

function inEffect(device: string, history: readonly Entry[], words: Words): string[] {
  const over = overriddenIn(history).filter(({ why, at }) => why !== "same value again" && at.file !== undefined);
  const named = over
    .slice(0, maxOverridden)
    .map(({ value, at }) => l10n.t("It overrides {0} of {1}.", words.value(value), words.place(at)));
  return [l10n.t("In effect on {0}.", device), ...named];
}

function instead(device: string, { how }: Entry, words: Words, value: string | undefined, from: Origin): string {
  if (how === "kept: user") return l10n.t("{0} keeps the value of its user.", device);
  if (how === "kept: pinned") return l10n.t("On {0} the server fills in the value: {1}.", device, words.value(value));
  if (how === "kept: preserve") return l10n.t("{0} keeps the value that it has: {1}.", device, words.value(value));
  if (from.file === undefined && from.rule === undefined)
    return l10n.t("{0} ends up with another value: {1}.", device, words.value(value));
  return l10n.t("On {0} overridden by {1}: {2}.", device, words.place(from), words.value(value));
}

/** Values and places as they may be shown. */
class Words {
  constructor(
    readonly run: EffectiveRun,
    readonly shown: Shown,
    readonly key: string,
  ) {}

  text(text: string): string {
    return escapeMarkdown(this.shown.text(text));
  }

  value(value: string | undefined): string {
    if (value === undefined) return l10n.t("an unknown value");
    if (value === "") return l10n.t("an empty value");
    return this.shown.isSecret(this.key, value) ? l10n.t("a secret") : codeSpan(this.shown.text(value));
  }

  /** A link where the file can be opened. */
  place({ file, line, rule }: Origin): string {
    if (file === undefined) return codeSpan(rule ?? "");
    const words = line === undefined ? this.shown.text(file) : l10n.t("{0} line {1}", this.shown.text(file), line);
    const isOpenable = this.run.files.has(file) && this.shown.text(file) === file;
    return isOpenable
      ? `[${codeSpan(words)}](${addressIn(this.run.site.folder, file)}#L${line ?? 1})`
      : codeSpan(words);
  }
}
