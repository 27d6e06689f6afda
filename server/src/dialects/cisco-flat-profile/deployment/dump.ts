import type { Dump, DumpEntry, SettingTraits } from "../../../deployment/dump";
import type { SiteFile } from "../../../deployment/exchange";
import type { DumpReader, PhoneState } from "../../../deployment/phone";
import type { DeviceSettings } from "../../../deployment/settings";
import { completeDevice, type Device } from "../../../devices/device";
import { keyOf } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { attributeOf } from "../../../xml/element";
import { format } from "../format";
import type { Applicable } from "./changes";
import type { PhoneKind } from "./kind";

// Dumps and reports of phones: specification section 1.8.

/** Elements of a dump that say which phone it is of. */
const identityNames = {
  mac: ["MAC_Address"],
  serial: ["Serial_Number"],
  pn: ["Product_Name"],
  firmware: ["Software_Version", "Firmware_Version"],
  hardware: ["Hardware_Version"],
} as const;

const neverShown = /^(?:GPP_S[A-D]|IKM_HTTP_Encrypt_Content)$/;
const stars = /^[*•]+$/;
/** An element in a comment; a value in it, if there is one, is not looked at. */
const commented = /<([A-Za-z_][\w.-]*)((?:\s+[\w-]+\s*=\s*"[^"<>]*")*)\s*\/?>/g;

export class CiscoDumps implements DumpReader {
  readonly #traits = new Map<string, SettingTraits>();
  /** What files make of a phone as it is shipped. */
  readonly #applied = new WeakMap<Applicable, DeviceSettings>();

  constructor(
    readonly catalogue: Catalogue,
    readonly kindOf: (device: Device) => PhoneKind,
  ) {}

  read(text: string): Dump | undefined {
    const document = format.read(text, this.catalogue);
    if (document.form !== "whole" || document.profiles.length === 0) return undefined;
    const entries = new Map<string, DumpEntry>();
    const hidden = new Map<string, DumpEntry>();
    const values = new Map<string, string>();
    for (const profile of document.profiles)
      for (const segment of profile.segments) {
        for (const setting of segment.settings) {
          const name = keyOf(setting);
          const { text: raw } = setting;
          const access = accessIn(attributeOf(setting, "ua")?.value);
          const isHidden = stars.test(raw);
          const value = raw === '""' ? "" : raw;
          const mark = attributeOf(setting, "um")?.value?.trim().toLowerCase();
          const entry: DumpEntry = {
            name,
            value: isHidden ? undefined : value,
            ...(access !== undefined && { access }),
            ...((mark === "y" || mark === "yes") && { isUserModified: true }),
            ...(setting.isStatus && { isStatus: true }),
          };
          entries.set(name, entry);
          if (!isHidden && !setting.isStatus) values.set(name, value);
        }
        for (const comment of segment.comments) {
          if (!comment.text.includes("<")) continue;
          const before = segment.settings.filter(({ parts }) => parts.end <= comment.span.start).at(-1);
          for (const [, name = "", attributes = ""] of comment.text.matchAll(commented)) {
            const path = before?.path ?? "";
            const place = path !== "" && this.catalogue.has(name, path) ? path : "";
            if (!this.catalogue.has(name, place)) continue;
            const access = accessIn(/\sua\s*=\s*"(\w+)"/.exec(attributes)?.[1]);
            const full = place === "" ? name : `${place}/${name}`;
            hidden.set(full, { name: full, value: undefined, ...(access !== undefined && { access }) });
          }
        }
      }
    for (const [name, entry] of hidden) if (!entries.has(name)) entries.set(name, entry);
    const identity: Record<string, string> = {};
    for (const [field, names] of Object.entries(identityNames)) {
      const found = names.map((name) => entries.get(name)?.value?.trim()).find((value) => value);
      if (found !== undefined) identity[field] = found;
    }
    const isDamaged = document.segments.some(({ problems }) =>
      problems.some(({ code, severity }) => severity === "error" && code.startsWith("xml/")),
    );
    return { identity, entries, isDamaged, values };
  }

  traitsOf(name: string): SettingTraits {
    let traits = this.#traits.get(name);
    if (!traits) {
      const [last, path] = split(name);
      const parameter = this.catalogue.find(last, path)?.parameter;
      const isNeverShown = neverShown.test(name);
      traits = {
        isStatus: parameter?.readOnly === true || parameter?.tab === "Info",
        isSecret: isNeverShown || isSecretElement(last, path, "", this.catalogue),
        isNeverShown,
        isKnown: parameter !== undefined,
      };
      if (this.#traits.size >= maxTraits) this.#traits.clear();
      this.#traits.set(name, traits);
    }
    return traits;
  }

  isSupported(name: string, device: Device): boolean {
    return this.kindOf(completeDevice(device, this.catalogue)).knows(name);
  }

  marksUsers(device: Device): boolean | undefined {
    const complete = completeDevice(device, this.catalogue);
    const kind = this.kindOf(complete);
    if (!kind.knowsUserPref) return false;
    return kind.family === undefined || complete.firmware === undefined ? undefined : true;
  }

  applied(state: PhoneState, file: SiteFile) {
    const kind = this.kindOf(state.device);
    const content = kind.read(file, undefined);
    if (content.kind === "corrupt") return undefined;
    const { ignored } = content.content;
    const isFactory = state.pinned === undefined && state.settings.own.size + state.settings.common.size === 0;
    const known = isFactory ? this.#applied.get(content.content) : undefined;
    if (known) return { state: { ...state, settings: known }, ignored };
    // With its history: a setting that is taken back to its factory value is mentioned too.
    const settings = state.settings.apply(content.content, kind.foldsFor(state.pinned), true);
    if (isFactory) this.#applied.set(content.content, settings);
    return { state: { ...state, settings }, ignored };
  }

  resets(names: readonly string[]): readonly string[] {
    return names.map((name) => {
      const [last, path] = split(name);
      const sections = path === "" ? [] : path.split("/");
      const open = sections.map((section) => `<${section}>`).join("");
      const close = [...sections]
        .reverse()
        .map((section) => `</${section}>`)
        .join("");
      return `${open}<${last}></${last}>${close}`;
    });
  }
}

function accessIn(text: string | undefined): string | undefined {
  const word = text?.trim().toLowerCase();
  return word === "na" || word === "ro" || word === "rw" ? word : undefined;
}

/** Names that are remembered. */
const maxTraits = 30_000;

function split(name: string): readonly [last: string, path: string] {
  const at = name.lastIndexOf("/");
  return at < 0 ? [name, ""] : [name.slice(at + 1), name.slice(0, at)];
}
