// Subnets of IPv4.

interface Subnet {
  readonly address: number;
  readonly bits: number;
}

/** `10.1.2.0/24`; undefined for any other text. */
export function readSubnet(text: string): Subnet | undefined {
  const [, written = "", bits = "32"] = /^\s*([\d.]+)(?:\/(\d{1,2}))?\s*$/.exec(text) ?? [];
  const address = addressOf(written);
  return address === undefined || Number(bits) > 32 ? undefined : { address, bits: Number(bits) };
}

/** The subnet with so many bits that an address is in: `10.1.2.7` is in `10.1.2.0/24`. */
export function subnetOf(ip: string, bits: number): string | undefined {
  const address = addressOf(ip);
  return address === undefined ? undefined : `${shown(masked(address, bits))}/${bits}`;
}

export function contains(outer: Subnet, inner: Subnet): boolean {
  return inner.bits >= outer.bits && masked(inner.address, outer.bits) === masked(outer.address, outer.bits);
}

function addressOf(text: string): number | undefined {
  const parts = text.trim().split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function masked(address: number, bits: number): number {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) * size;
}

function shown(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
