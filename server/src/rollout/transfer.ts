// How many bytes and seconds a file costs from a server over a wide area network.

export type Protocol = "tftp" | "http";

/** The way from the server to the phones of a site. */
export interface Network {
  /** Bits in a second. */
  readonly wan: number;
  readonly lan: number;
  /** Seconds. */
  readonly roundTrip: number;
  readonly protocol: Protocol;
  /** Bytes of a block of TFTP; RFC 1350 has 512, RFC 2348 allows more. */
  readonly block: number;
}

export const defaultNetwork: Network = {
  wan: 10e6,
  lan: 100e6,
  roundTrip: 0.15,
  protocol: "tftp",
  block: 512,
};

/** Headers of IP, UDP and TFTP of one block. */
const headerBytes = 32;
/** Bytes of TCP, IP and HTTP for each byte of a file. */
const httpBytes = 1.04;
/** One to connect, one to ask. */
const httpRoundTrips = 2;

/** The last block is shorter than the others, if only by being empty. */
function blocks(bytes: number, { block }: Network): number {
  return Math.floor(bytes / block) + 1;
}

/** What passes the network for one phone. */
export function sentBytes(bytes: number, network: Network): number {
  return network.protocol === "tftp" ? bytes + headerBytes * blocks(bytes, network) : Math.round(httpBytes * bytes);
}

/** How often one phone waits for an answer. */
export function roundTrips(bytes: number, network: Network): number {
  return network.protocol === "tftp" ? blocks(bytes, network) : httpRoundTrips;
}

/** Seconds that one phone waits for answers, however fast the network is. */
export function waiting(bytes: number, network: Network): number {
  return roundTrips(bytes, network) * network.roundTrip;
}

/** Seconds that bytes take on a line of so many bits in a second. */
export function sending(bytes: number, rate: number): number {
  return (bytes * 8) / rate;
}
