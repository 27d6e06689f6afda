import { type Answer, type SiteFile, urlOf } from "../../server/src/deployment/exchange";
import type { Phone, Start } from "../../server/src/deployment/phone";
import { type ResolveReport, resolveReport } from "../../server/src/deployment/report";
import type { ReportOptions } from "../../server/src/deployment/settingReports";
import { drive, type Settled, type SettleOptions, settle } from "../../server/src/deployment/settle";
import type { Device } from "../../server/src/devices/device";
import { ciscoPhone } from "../../server/src/dialects/cisco-flat-profile/deployment/index";
import { catalogue } from "./catalogue";

export const phone: Phone = ciscoPhone(catalogue);

export const desk: Device = {
  id: "desk-1",
  model: "8841",
  mac: "00005e005301",
  firmware: "sip88xx.12-0-5MPP0102-328",
  dhcp: { "66": "http://pbx" },
};

/** What answers for each URL: the settings of a profile, a whole file that begins with `<?`, a status, or an answer. */
export type Server = Readonly<Record<string, string | number | Answer>>;

export interface Situation extends Start, SettleOptions {
  readonly device?: Device;
}

/** A server that gives the same file each time. */
export function serverOf(server: Server): (request: Parameters<typeof urlOf>[0]) => Answer {
  const files = new Map<string, SiteFile>();
  return (target) => {
    const url = urlOf(target);
    const found = Object.hasOwn(server, url) ? server[url] : undefined;
    if (found === undefined) return { kind: "status", status: 404 };
    if (typeof found === "number") return { kind: "status", status: found };
    if (typeof found !== "string") return found;
    let file = files.get(url);
    if (!file) {
      const text = found.startsWith("<?") ? found.slice(2) : `<flat-profile>${found}</flat-profile>`;
      file = { name: url.replace(/^.*\//, ""), text, layers: [] };
      files.set(url, file);
    }
    return { kind: "file", file };
  };
}

export function settled(server: Server, { device = desk, ...how }: Situation = {}): Settled {
  const answer = serverOf(server);
  return drive(settle(phone, phone.start(device, how), { keepsHistory: true, ...how }), ({ target }) => answer(target));
}

export function report(server: Server, how: Situation = {}, options?: ReportOptions): ResolveReport {
  return resolveReport(phone, settled(server, how), [], options ?? { show: "set", why: [] });
}
