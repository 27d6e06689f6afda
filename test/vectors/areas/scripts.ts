import { readDaylightRule, whenIn } from "../../../server/src/dialects/cisco-flat-profile/values/daylightSaving";
import { readDialString } from "../../../server/src/dialects/cisco-flat-profile/values/dialString";
import { fillLdapFilter, readLdapAttributes } from "../../../server/src/dialects/cisco-flat-profile/values/ldap";
import { readKeyFunction } from "../../../server/src/dialects/cisco-flat-profile/values/lineKey";
import { readOptionTlv } from "../../../server/src/dialects/cisco-flat-profile/values/optionTlv";
import { readResyncAt } from "../../../server/src/dialects/cisco-flat-profile/values/resyncTime";
import { readRing } from "../../../server/src/dialects/cisco-flat-profile/values/ringScript";
import { ledOf, readDictionary, readPaging } from "../../../server/src/dialects/cisco-flat-profile/values/smallScripts";
import { readSoftkeys, shownSoftkeys } from "../../../server/src/dialects/cisco-flat-profile/values/softkeys";
import { cadenceAt, readCadence } from "../../../server/src/values/signal/cadence";
import { readFrequencies } from "../../../server/src/values/signal/frequency";
import type { Section } from "../../../server/src/values/signal/script";
import { totalLength } from "../../../server/src/values/signal/section";
import { lengthProblem } from "../../../server/src/values/signal/shorten";
import { readTone } from "../../../server/src/values/signal/toneScript";
import type { Area } from "./area";

const finite = (n: number) => (Number.isFinite(n) ? n : "inf");

function sectionsOf(sections: readonly Section[]): unknown {
  return sections.map((section) => ({
    length: finite(section.length.seconds),
    segments: section.segments.map((s) => ({
      on: finite(s.on.seconds),
      off: finite(s.off.seconds),
      ...(s.frequencies && { freqs: s.frequencies.map((f) => f.index) }),
    })),
  }));
}

const broken = (problems: readonly { severity: string }[]) =>
  problems.some((p) => p.severity === "error" || p.severity === "warning");

const cadence: Area = (input) => {
  const script = readCadence(input as string);
  return broken(script.problems)
    ? "invalid"
    : { sections: sectionsOf(script.sections), total: finite(totalLength(script.sections)) };
};

const freq: Area = (input) => {
  const text = input as string;
  const { frequencies, problems } = readFrequencies(text);
  return broken([...problems, ...lengthProblem(text, "frequency")])
    ? "invalid"
    : frequencies.map(({ hz, dbm }) => ({ hz, dbm }));
};

const tone: Area = (input) => {
  const script = readTone(input as string);
  if (broken(script.problems)) return "invalid";
  return {
    freqs: script.frequencies.map(({ hz, dbm }) => ({ hz, dbm })),
    sections: sectionsOf(script.sections),
    total: finite(totalLength(script.sections)),
  };
};

function withoutUndefined(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

export const scriptAreas: Readonly<Record<string, Area>> = {
  cadence,
  "cadence-invalid": cadence,
  "cadence-at"(input) {
    const { script, t } = input as { script: string; t: number };
    return cadenceAt(readCadence(script), t) ?? false;
  },
  freq,
  "freq-invalid": freq,
  tone,
  "tone-invalid": tone,
  ringscript(input, _context, expected) {
    const { name, waveform, cadence: number, break: pause, total, problems } = readRing(input as string);
    // The grammar has four waveforms and needs a name; files of SPA phones are treated less strictly.
    if (broken(problems) || name === undefined || problems.some(({ code }) => code === "ring/no-such-waveform"))
      return typeof expected === "string" && expected.startsWith("invalid") ? expected : "invalid";
    const wave = /^\d+$/.test(waveform ?? "") ? Number(waveform) : waveform;
    return withoutUndefined({ name, waveform: wave, cadence: number, break: pause, total });
  },
  dst(input) {
    const { rule, year } = input as { rule: string; year: number };
    const { start, end, saveSeconds } = readDaylightRule(rule);
    return start && end && saveSeconds !== undefined
      ? { start: whenIn(year, start), end: whenIn(year, end), save_seconds: saveSeconds }
      : "invalid";
  },
  "resync-at": (input) => readResyncAt(input as string),
  "policy-resync-at": (input) => readResyncAt(input as string),
  fnc(input) {
    const { functions, params } = readKeyFunction(input as string);
    return { functions, params };
  },
  keylist: (input, context) => {
    const { list, value } =
      typeof input === "string"
        ? { list: context.list as string | undefined, value: input }
        : (input as { list: string; value: string });
    const keys = list === undefined ? readSoftkeys(value) : shownSoftkeys(list, value);
    return keys?.map(({ keyword, position }) => [keyword, position ?? null]) ?? "refused";
  },
  "keylist-valid"(input) {
    const { list, value } = input as { list: string; value: string };
    return shownSoftkeys(list, value) !== undefined;
  },
  paging: (input) => readPaging(input as string).groups,
  "paging-valid": (input) => {
    const { groups, problems } = readPaging(input as string);
    return problems.length === 0 && new Set(groups.map(({ port }) => port)).size === groups.length;
  },
  led: (input, context) => {
    const led = ledOf(input as string, typeof context.default === "string" ? context.default : undefined);
    return led ? withoutUndefined({ ...led }) : "default";
  },
  "ldap-attrs": (input) => readLdapAttributes(input as string),
  "ldap-filter"(input) {
    const { filter, value } = input as { filter: string; value: string };
    return fillLdapFilter(filter, value);
  },
  dictionary(input) {
    const { serv, languages } = readDictionary(input as string);
    return { serv, languages };
  },
  "dtmf-string": (input) => readDialString(input as string),
  "dhcp43-tlv": (input) => readOptionTlv(input as string).fields,
};
