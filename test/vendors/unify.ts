import { isDeepStrictEqual } from "node:util";
import { type AnalysisSettings, defaultSettings } from "../../server/src/analysis/snapshot";
import { gateVerdict } from "../../server/src/deployment/gate/verdict";
import { accessProblems } from "../../server/src/dialects/unify/access";
import { dhcpOptions, serverProblems } from "../../server/src/dialects/unify/dhcpOptions";
import { unifyXml } from "../../server/src/dialects/unify/index";
import { item, messageOf, written } from "../../server/src/dialects/unify/message";
import { fileRequests } from "../../server/src/dialects/unify/requests";
import { parseRelease } from "../../server/src/schema/firmware";
import { familyOf } from "../../server/src/schema/identity";
import { problemsOf, serviceOf } from "../support/problems";
import { codes } from "./codes";
import type { VendorCase } from "./vendorCase";

type Input = VendorCase["input"];
type Expected = VendorCase["expected"];

const { catalogue } = serviceOf(unifyXml);

/** What is wrong with the product's answer to a case; undefined: nothing. */
export function unifyCase({ input, expected }: VendorCase): string | undefined {
  if (input.bind) return bindCase(input, expected);
  if (typeof input.xml === "string") return xmlCase(input.xml, input, expected);
  if (typeof input.action === "string") return messageCase(input, expected);
  if (input.use_default !== undefined || input.useDefault !== undefined) return accessCase(input, expected);
  if (input.hex !== undefined || input.decode !== undefined) return decodeCase(input, expected);
  if (input.vlan !== undefined || input.url !== undefined || input.encode !== undefined)
    return encodeCase(input, expected);
  if (input.mac !== undefined) return requestCase(input, expected);
  if (input.dms !== undefined || input.dls !== undefined)
    return serverProblems([input.dms, input.dls].filter(Boolean).map(String)).length > 0 ? undefined : "no problem";
  const [text] = Object.values(input).filter((each) => typeof each === "string" && each.includes("<"));
  return typeof text === "string" ? xmlCase(text, input, expected) : `unknown form ${JSON.stringify(input)}`;
}

function bindCase(input: Input, expected: Expected): string | undefined {
  const phone = (input.phone ?? {}) as Record<string, unknown>;
  const bind = input.bind as Record<string, unknown>;
  const { verdict, rule, because, after, restarts, reason } = gateVerdict(
    {
      file: String(bind.file ?? "image"),
      ...(bind.version !== undefined && { version: String(bind.version) }),
      ...(bind.header_level !== undefined && { hardwareLevel: Number(bind.header_level) }),
      ...(Array.isArray(bind.supportedLevels) && { supportedLevels: bind.supportedLevels.map(Number) }),
    },
    {
      ...(phone.hw_level !== undefined && { hardwareLevel: Number(phone.hw_level) }),
      ...(phone.min_sw !== undefined && { minVersion: String(phone.min_sw) }),
    },
    (text) => parseRelease(text, catalogue),
    input.override === true,
  );
  const found: Record<string, unknown> = {
    verdict,
    rule,
    because,
    after: after === "original application" ? `${after}, ${restarts ? "restart" : "no restart"}` : after,
    // An override is worth a warning.
    severity: because === "override" ? "warning" : undefined,
    code: because === "override" ? "unify-override" : undefined,
  };
  const wrong = ["verdict", "rule", "because", "after", "severity", "code"].filter(
    (key) => expected[key] !== undefined && found[key] !== expected[key],
  );
  return wrong.length === 0 ? undefined : `${wrong.join(", ")}: ${JSON.stringify(found)}: ${reason}`;
}

/** `… for OpenStage 40` says which phone the items are for. */
function xmlCase(xml: string, input: Input, expected: Expected): string | undefined {
  const [, body = xml, named] = /^(.*>)\s+for\s+([^<>]+)$/s.exec(xml) ?? [];
  const phone = (input.phone ?? {}) as { readonly model?: string };
  const text = /<(?:DLS|Dls|Workpoint)|<ItemList/.test(body) ? body : written(body);
  return missing(text, named ?? phone.model, expected);
}

function messageCase(input: Input, expected: Expected): string | undefined {
  const { items = {}, phone = {} } = input as {
    readonly items?: Readonly<Record<string, unknown>>;
    readonly phone?: { readonly model?: string };
  };
  const list = Object.entries(items).map(([name, value]) => item(name, String(value)));
  return missing(messageOf(String(input.action), list), phone.model, expected);
}

function missing(text: string, model: string | undefined, expected: Expected): string | undefined {
  const found = problemsOf(text, model === undefined ? defaultSettings : settingsFor(model), unifyXml);
  const { code, severity = "", fix, ok } = expected as Record<string, unknown>;
  if (ok === true) {
    const bad = found.filter((each) => each.severity === "error" || each.severity === "warning");
    return bad.length === 0 ? undefined : `reported: ${bad.map((each) => each.code).join(", ")}`;
  }
  const wanted = codesOf(String(code));
  const word = severity === "information" ? "info" : String(severity);
  const problem = found.find((each) => wanted.includes(each.code) && (word === "" || each.severity === word));
  if (!problem)
    return `no ${word} ${wanted.join(" or ")}; found ${found.map((p) => `${p.severity} ${p.code}`).join(", ")}`;
  const isFixed = fix === undefined || JSON.stringify(problem.fixes ?? []).includes(String(fix));
  return isFixed ? undefined : `no fix ${String(fix)}`;
}

/** A case has one word where the product distinguishes several kinds. */
function codesOf(code: string): readonly string[] {
  return (codes[code] ?? code).split(" ");
}

function settingsFor(model: string): AnalysisSettings {
  const known = familyOf({ model }, catalogue);
  if (!known?.model) throw new Error(`unknown model ${model}`);
  const device = { family: known.family.id, model: known.model.model };
  return { ...defaultSettings, device };
}

function accessCase(input: Input, expected: Expected): string | undefined {
  const text = (...names: readonly string[]) => {
    const found = names.map((name) => input[name]).find((each) => each !== undefined);
    return found === undefined ? undefined : String(found);
  };
  const found = accessProblems({
    usesDefaults: /^(?:yes|true)$/i.test(text("use_default", "useDefault") ?? ""),
    method: text("method") === "HTTPS" ? "HTTPS" : "FTP",
    server: text("server", "server_address"),
    httpsBaseUrl: text("https_base_url", "httpsBaseUrl"),
    file: text("filename", "file"),
  });
  if (expected.ok === true) return found.length === 0 ? undefined : JSON.stringify(found);
  const wanted = codesOf(String(expected.code));
  return found.some(({ code, severity }) => wanted.includes(code) && severity === expected.severity)
    ? undefined
    : `found ${JSON.stringify(found)}`;
}

const [option] = dhcpOptions;

function decodeCase(input: Input, expected: Expected): string | undefined {
  const { settings = [], facts = [], problems = [] } = option?.decode(String(input.hex ?? input.decode)) ?? {};
  const vlan = settings.find(({ name }) => name === "vlan-id")?.value;
  const fact = (word: RegExp) => facts.map((each) => word.exec(each)?.[1]).find(Boolean);
  const found: Record<string, unknown> = {
    vendor: fact(/^Vendor: (.*)$/),
    ...(vlan !== undefined && { vlan: Number(vlan) }),
    url: fact(/^Server[^:]*: (.*)$/),
  };
  const wrong = Object.entries(expected).filter(
    ([key, value]) => key in found && !isDeepStrictEqual(found[key], value),
  );
  return wrong.length === 0 && problems.length === 0 ? undefined : `decoded to ${JSON.stringify({ found, problems })}`;
}

function encodeCase(input: Input, expected: Expected): string | undefined {
  const { vlan, url } = (input.encode ?? input) as Record<string, unknown>;
  const settings = [
    ...(vlan === undefined ? [] : [{ name: "vlan-id", value: String(vlan) }]),
    ...(url === undefined ? [] : [{ name: "url", value: String(url) }]),
  ];
  const { text = "" } = option?.encode(settings) ?? {};
  const wanted = [expected.hex, expected.option43, expected as unknown].find((each) => typeof each === "string");
  return text === wanted ? undefined : `encoded to ${text}`;
}

function requestCase(input: Input, expected: Expected): string | undefined {
  const server = String(input.dms ?? input.server ?? input.dms_url ?? "https://dms");
  const requests = fileRequests(server, String(input.mac));
  const said = JSON.stringify(expected);
  const lacking = requests.filter(({ url }) => !said.includes(url.slice(url.lastIndexOf("/") + 1)));
  return lacking.length === 0 ? undefined : `asks for ${requests.map(({ url }) => url).join(", ")}`;
}
