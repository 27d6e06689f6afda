// What a device asks for and what it is answered, as data. Hosts answer from files, from revisions or from a network.

/** Where a request goes. */
export interface Target {
  readonly scheme: string;
  /** Undefined when neither a rule nor DHCP names a server. */
  readonly server: string | undefined;
  readonly port: number;
  /** With its query. */
  readonly path: string;
}

/** A text that may be unknown: a secret that is left out of device files on purpose. */
export type Secret = { readonly kind: "known"; readonly text: string } | { readonly kind: "unknown" };

export interface Request {
  /** The setting whose rule asks. */
  readonly step: string;
  /** `load`: only whether the firmware exists is asked; it is never fetched. */
  readonly purpose: "settings" | "load";
  readonly method: "GET" | "POST" | "PUT";
  readonly target: Target;
  readonly body?: string;
  readonly credentials?: { readonly user: Secret; readonly password: Secret };
  readonly decryption: Decryption;
}

/** What a device can open the answer with. */
export interface Decryption {
  /** Of the rule. */
  readonly key?: Secret;
  /** For `Content-Encoding: aes128gcm`; it goes before the key. */
  readonly keyingMaterial?: Secret;
}

/** One version of a file. Hosts give the same object for the same content, so that work on it is remembered. */
export interface SiteFile {
  /** As it is shown: a path in the workspace, or a URL. */
  readonly name: string;
  readonly text: string;
  /** What was taken off: `gzip`, `aes-256-cbc`. */
  readonly layers: readonly string[];
  /** Several devices get it: what it comes to is remembered. */
  isShared?: boolean;
}

export type Answer =
  | { readonly kind: "file"; readonly file: SiteFile }
  | { readonly kind: "status"; readonly status: number; readonly location?: string }
  | {
      readonly kind: "failed";
      readonly reason: "time-out" | "refused" | "name" | "tls" | "tftp";
      readonly code?: number;
    }
  /** It cannot be decrypted or unpacked. */
  | { readonly kind: "corrupt"; readonly file?: string; readonly reason: string }
  /** Not mapped, left out or a template: nothing is known of it. */
  | { readonly kind: "unknown"; readonly reason: Unknown; readonly file?: string };

export type Unknown = "unmapped" | "skipped" | "template" | "key" | "not rendered" | "activation";

const ports: Readonly<Record<string, number>> = { tftp: 69, http: 80, https: 443 };

/** The name of the server that no rule and no DHCP option names. */
export const unnamedServer = "dhcp";

/** As a person writes it. */
export function urlOf({ scheme, server = unnamedServer, port, path }: Target): string {
  return `${scheme}://${server}${port === ports[scheme] ? "" : `:${port}`}${path}`;
}

export function usualPort(scheme: string): number | undefined {
  return Object.hasOwn(ports, scheme) ? ports[scheme] : undefined;
}
