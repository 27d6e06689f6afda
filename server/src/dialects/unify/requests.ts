import { macDigits } from "../../devices/device";

/** The file of phones that have none of their own. */
const defaultFile = "000000000000_config.xml";

export interface FileRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** It is made when the one before was answered with this status. */
  readonly after?: 404;
}

/** What a phone asks its server (DMS) for, in order. The names are fixed; a MAC address that is not known is `<mac>`. */
export function fileRequests(server: string, mac: string | undefined): readonly FileRequest[] {
  const digits = macDigits(mac) ?? "<mac>";
  const base = server.replace(/\/+$/, "");
  const headers = { macaddress: digits };
  return [
    { url: `${base}/${digits}_config.xml`, headers },
    { url: `${base}/${defaultFile}`, headers, after: 404 },
  ];
}
