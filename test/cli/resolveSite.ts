import assert from "node:assert/strict";
import type { ResolveReport } from "../../server/src/deployment/report";
import { type Site, withSite } from "../support/commandLine";

export const device = { id: "desk-1", model: "8841", mac: "00005e005301", firmware: "sip88xx.12-0-5MPP0102-328" };
export const first = "www/8841-3PCC.xml";
export const profile = (settings: string) => `<flat-profile>${settings}</flat-profile>`;

interface Case {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly urls?: readonly object[];
  readonly site?: object;
  readonly device?: object;
  readonly args?: readonly string[];
}

export const www = { prefix: "http://pbx/", folder: "www" };

export async function inSite(
  { files = {}, urls = [www], site: more = {}, device: other = {} }: Case,
  body: (site: Site) => Promise<void>,
): Promise<void> {
  const config = { site: { urls, dhcp: { "66": "http://pbx" }, ...more } };
  await withSite(
    {
      "flat-profile.config.json": JSON.stringify(config),
      "d.json": JSON.stringify({ devices: [{ ...device, ...other }] }),
      ...files,
    },
    body,
  );
}

/** One word for each thing that a run shows: `stable B site/case GPP_A=1 exit 1`. */
export async function shown(site: Site, args: readonly string[] = []): Promise<string> {
  const { code, out, err } = await site.run(["resolve", "--device", "d.json", "--format", "json", ...args]);
  if (out === "") return `${err.trim()} exit ${code}`;
  const { outcome, problems, rounds, settings } = JSON.parse(out) as ResolveReport;
  const steps = rounds[0]?.steps.flatMap(({ class: each, reason }) => [each ?? "nothing", ...(reason ? [reason] : [])]);
  const values = settings.flatMap((each) => {
    if (!/^GPP_/.test(each.name)) return [];
    return [`${each.name}=${"value" in each ? each.value : "secret" in each ? "(secret)" : "(unknown)"}`];
  });
  return [outcome, ...(steps ?? []), ...problems.map(({ code }) => code), ...values, "exit", code].join(" ");
}

export async function check(given: Case, expected: string): Promise<void> {
  await inSite(given, async (site) => assert.equal(await shown(site, given.args), expected));
}

export const one = profile("<GPP_A>1</GPP_A>");
