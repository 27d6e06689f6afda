import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { planRollout } from "../../server/src/rollout/plan";
import type { RolloutReport } from "../../server/src/rollout/report";
import type { RolloutPhone } from "../../server/src/rollout/rolloutPhone";
import { SharingFacts } from "../../server/src/rollout/sharing";
import { defaultNetwork, type Network } from "../../server/src/rollout/transfer";
import { depthOf } from "../../server/src/rollout/tree";
import { problemsOf, serviceOf, snapshotOf } from "../support/problems";
import { codes } from "./codes";
import type { VendorCase } from "./vendorCase";

/** Cases of peer firmware sharing: what a rollout costs, and settings of files. */
export function sharingCase(each: VendorCase): string | undefined {
  const { input, expected } = each;
  if (typeof input.xml === "string") return settingCase(input.xml, each);
  if (Array.isArray(input.phones) && input.phones.every((count) => typeof count === "number"))
    return differs(
      expected.depth,
      input.phones.map((count) => depthOf(count, 2)),
      "depth",
    );
  if (Array.isArray(input.groups) && input.groups.every((count) => typeof count === "number"))
    return costCase(input.groups, each);
  return inventoryCase(each);
}

function networkIn(input: VendorCase["input"]): Network {
  return {
    wan: Number(input.wan_bps ?? defaultNetwork.wan),
    lan: Number(input.lan_bps ?? defaultNetwork.lan),
    roundTrip: Number(input.rtt_s ?? defaultNetwork.roundTrip),
    protocol: input.protocol === "http" ? "http" : "tftp",
    block: Number(input.tftp_block ?? defaultNetwork.block),
  };
}

function planOf(phones: readonly RolloutPhone[], input: VendorCase["input"]): RolloutReport {
  const sizes = Array.isArray(input.files) ? input.files : [7_100_000];
  const files = sizes.map((size: unknown, i) => ({
    name: `file${i + 1}`,
    bytes: typeof size === "number" ? size : Number((size as { readonly bytes: number }).bytes),
  }));
  const network = networkIn(input);
  const facts = new SharingFacts(dialects.map((dialect) => serviceOf(dialect).catalogue));
  return planRollout(phones, { files, networkOf: () => network }, facts);
}

function phoneOf(id: string, more: Partial<RolloutPhone>): RolloutPhone {
  return { id, model: "8841", count: 1, site: "", subnet: "10.0.0.0/24", switches: new Map(), ...more };
}

function costCase(groups: readonly number[], { input, expected }: VendorCase): string | undefined {
  const phones = groups.map((count, i) => phoneOf(`group${i}`, { count, subnet: `10.0.${i}.0/24` }));
  const { without, with: shared, trees, savedPercent } = planOf(phones, input);
  const found = {
    without: { wan_bytes: without.bytes, seconds: Math.round(without.seconds) },
    with_pfs: {
      wan_bytes: shared.bytes,
      seconds: [Math.round(shared.shortestSeconds), Math.round(shared.seconds)],
      depth: groups.map((_, i) => trees.find(({ subnet }) => subnet === `10.0.${i}.0/24`)?.depth ?? 0),
    },
    saved_percent: Math.round(10 * savedPercent) / 10,
  };
  return differs(expected, found, "cost");
}

/** `[{ model, subnet, count }]` and how many downloads that is. */
function inventoryCase({ input, expected }: VendorCase): string | undefined {
  const [rows] = Object.values(input).filter(
    (each) => Array.isArray(each) && each.every((row) => typeof row === "object" && row !== null),
  ) as readonly (readonly Readonly<Record<string, unknown>>[])[];
  if (!rows) return "no list of phones";
  const phones = rows.map((row, i) =>
    phoneOf(`row${i}`, {
      model: String(row.model),
      subnet: String(row.subnet ?? row.site ?? ""),
      count: Number(row.count ?? row.phones ?? row.n ?? 1),
    }),
  );
  const { without, with: shared, gainNothing } = planOf(phones, input);
  const numbers = [shared.downloads, without.downloads];
  const wanted = Object.values(expected).filter((each) => typeof each === "number");
  if (!wanted.every((each) => numbers.includes(each)))
    return `expected ${JSON.stringify(expected)}, got ${JSON.stringify({ numbers, gainNothing })}`;
  return undefined;
}

function settingCase(xml: string, { input, expected }: VendorCase): string | undefined {
  const dialect = dialectOf(xml);
  if (!dialect) return "no dialect for the setting";
  const text = dialect.file([xml.replace(/^<device>|<\/device>$/g, "")]);
  const device = input.model === undefined ? {} : { device: { model: String(input.model) } };
  const found = problemsOf(text, { ...defaultSettings, ...device }, dialect, { own: "SEP00005E005301.cnf.xml" });
  if (expected.ok === true) {
    const bad = found.filter(({ severity }) => severity === "error" || severity === "warning");
    if (bad.length > 0) return `reported: ${bad.map(({ code }) => code).join(", ")}`;
    return typeof expected.hover === "string" ? wrongDescription(text, dialect, expected.hover) : undefined;
  }
  const code = codes[String(expected.code)] ?? String(expected.code);
  const severity = expected.severity === "information" ? "info" : expected.severity;
  const problem = found.find((each) => each.code === code && (severity === undefined || each.severity === severity));
  if (!problem)
    return `no ${severity} ${code}; found ${JSON.stringify(found.map((each) => [each.severity, each.code]))}`;
  const { fix } = expected;
  const fixes = (problem.fixes ?? []).flatMap(({ edits }) => edits.map(({ text: written }) => written));
  return typeof fix !== "string" || fixes.includes(fix) ? undefined : `no fix ${fix}; found ${JSON.stringify(fixes)}`;
}

/** The dialect that has a parameter of the first name with a value. */
function dialectOf(xml: string): Dialect | undefined {
  const names = [...xml.matchAll(/<(\w+)[^<>]*>/g)].map(([, name = ""]) => name);
  return dialects.find((dialect) => {
    const snapshot = snapshotOf(dialect.file([xml]), defaultSettings, dialect);
    return snapshot.document.segments.some(({ settings }) =>
      settings.some((each) => names.includes(each.name) && snapshot.likelyAnalyzer.facts(each).effective !== undefined),
    );
  });
}

function wrongDescription(text: string, dialect: Dialect, hover: string): string | undefined {
  const snapshot = snapshotOf(text, defaultSettings, dialect);
  const [setting] = snapshot.document.segments.flatMap(({ settings }) => settings);
  if (!setting) return "no setting";
  const { effective, type } = snapshot.likelyAnalyzer.facts(setting);
  const said = [effective && type?.describe?.(setting.text, effective), effective?.parameter.note].join(" ");
  const lacking = hover.split(/\W+/).filter((word) => !said.toLowerCase().includes(word.toLowerCase()));
  return lacking.length === 0 ? undefined : `described as ${JSON.stringify(said)}, without ${lacking.join(", ")}`;
}

function differs(expected: unknown, found: unknown, what: string): string | undefined {
  return JSON.stringify(expected) === JSON.stringify(found)
    ? undefined
    : `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(found)}`;
}
