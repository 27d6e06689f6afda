import { type Target, usualPort } from "../../../deployment/exchange";
import type { PhoneState } from "../../../deployment/phone";
import { serversIn } from "../dhcpOptions";

type Server =
  | { readonly kind: "files"; readonly url: string }
  /** Nothing says where it asks, or too much does; or the server speaks with the phone (DLS). */
  | { readonly kind: "unknown"; readonly names: readonly string[] };

const [own, other] = ["DHCP option 43", "DHCP option 66"];

/** The server that a person typed, or that DHCP names. */
export function serverOf({ rule, device: { dhcp = {} } }: Pick<PhoneState, "rule" | "device">): Server {
  if (rule !== undefined) return { kind: "files", url: rule.trim() };
  const bytes = dhcp["43"];
  const plain = dhcp["66"]?.trim();
  const said = [...(bytes === undefined ? [] : serversIn(bytes)), ...(plain ? [plain] : [])];
  const [url, ...more] = new Set(said);
  if (url === undefined) return { kind: "unknown", names: [own, other] };
  // Which of two counts is not documented.
  if (more.length > 0) return { kind: "unknown", names: [own, other] };
  if (!/^https?:\/\//i.test(url)) return { kind: "unknown", names: [url === plain ? other : own] };
  return { kind: "files", url };
}

export function targetOf(url: string): Target | undefined {
  const match = /^(https?):\/\/(\[[^\]]*\]|[^/:?#\s]+)(?::(\d{1,5}))?(\/[^?#]*)$/i.exec(url);
  if (!match) return undefined;
  const [, scheme = "", server = "", port, path = "/"] = match;
  const kind = scheme.toLowerCase();
  return { scheme: kind, server, port: Number(port ?? usualPort(kind)), path };
}
