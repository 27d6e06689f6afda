import type { Dump, DumpEntry } from "../../../deployment/dump";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { headLength } from "../../recognize";
import { files } from "../files";
import { read } from "../read";
import { namedIn } from "../update/replacement";

// The running settings of a device, as it writes them into a file of its own.

/** What the head of such a file says of the device. */
const facts = {
  model: /^;\s*Board(?: type)?\s*:\s*((?:MP-?\s?1\d\d|Mediant[ -]?\d+)\w*)/im,
  serial: /^;\s*Serial Number\s*:\s*(\S+)/im,
  firmware: /^;\s*Software Version\s*:\s*(\S+)/im,
} as const;

/** A password that the device encoded: the same one looks another way in the file that it came from. */
const encoded = /^\$1\$/;

/** The device has a value and does not write it. */
const hiddenSetting = /^\s*([A-Za-z\d][\w.-]*) is hidden but has non-default value/i;

/** Undefined when the text is not of such a device. */
export function readDump(text: string, catalogue: Catalogue): Dump | undefined {
  if (files.recognize(anyName, text.slice(0, headLength)) < sure) return undefined;
  const document = read(text, catalogue);
  const entries = new Map<string, DumpEntry>();
  const values = new Map<string, string>();
  for (const { name, setting } of namedIn(document)) {
    if (!setting) continue;
    const { text: value } = setting;
    values.set(name, value);
    entries.set(name, { name, value: encoded.test(value) ? undefined : value });
  }
  for (const name of hiddenNames(document))
    entries.set(catalogue.spelling(name), { name: catalogue.spelling(name), value: undefined });
  if (entries.size === 0) return undefined;
  const identity = Object.fromEntries(
    Object.entries(facts).flatMap(([fact, pattern]) => {
      const found = pattern.exec(text.slice(0, headLength))?.[1];
      return found === undefined ? [] : [[fact, found]];
    }),
  );
  return { identity, entries, values, isDamaged: document.hasTemplate };
}

const anyName = "any.ini";
const sure = 0.5;

function* hiddenNames(document: ProfileDocument): Generator<string> {
  for (const { comments } of document.segments)
    for (const { text } of comments) {
      const name = hiddenSetting.exec(text)?.[1];
      if (name !== undefined) yield name;
    }
}
