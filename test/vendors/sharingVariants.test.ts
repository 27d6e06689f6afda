import assert from "node:assert/strict";
import test from "node:test";
import { sharingCase } from "./sharing";
import type { VendorCase } from "./vendorCase";

// Cases of our own, in the form of the shared ones: settings of sharing in both formats, and what a rollout costs.

const xml = (text: string, expected: object, model?: string) => ({
  input: { xml: text, ...(model !== undefined && { model }) },
  expected,
});
const ok = { ok: true };
const problem = (severity: string, code: string, fix?: string) => ({
  severity,
  code,
  ...(fix !== undefined && { fix }),
});
const device = (inner: string) => `<device>${inner}</device>`;
const network = { files: [7_100_000], rtt_s: 0.15, wan_bps: 10e6, lan_bps: 100e6, protocol: "tftp", tftp_block: 512 };
/** Blocks of 512 bytes with 32 bytes of headers each. */
const bytesOf = (size: number) => size + 32 * (Math.floor(size / 512) + 1);
const count = (rows: readonly object[], downloads: number) => ({
  input: { inventory: rows, ...network },
  expected: { downloads },
});

const cases: Readonly<Record<string, { readonly input: object; readonly expected: object }>> = {
  "0 in a flat profile": xml("<Peer_Firmware_Sharing>0</Peer_Firmware_Sharing>", problem("warning", "pfs-value", "No")),
  "Yes in a flat profile": xml("<Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing>", ok),
  "a log server with its port": xml(
    "<Peer_Firmware_Sharing_Log_Server>10.98.76.123:514</Peer_Firmware_Sharing_Log_Server>",
    ok,
  ),
  "a log server with a port too high": xml(
    "<Peer_Firmware_Sharing_Log_Server>10.98.76.123:99999</Peer_Firmware_Sharing_Log_Server>",
    problem("warning", "pfs-log-port"),
  ),
  "a log server that is not a host": xml(
    "<Peer_Firmware_Sharing_Log_Server>300.1.1.1</Peer_Firmware_Sharing_Log_Server>",
    problem("warning", "pfs-log-host"),
  ),
  "audio on the port of sharing": xml(
    "<RTP_Port_Min>4051</RTP_Port_Min><RTP_Port_Max>4061</RTP_Port_Max>",
    problem("warning", "pfs-rtp-4051"),
  ),
  "audio beside the port": xml("<RTP_Port_Min>4052</RTP_Port_Min><RTP_Port_Max>4062</RTP_Port_Max>", ok),
  "sharing without upgrades": xml(
    "<Upgrade_Enable>No</Upgrade_Enable><Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing>",
    problem("information", "pfs-no-effect"),
  ),
  "Yes in a SEP file": xml(
    device("<vendorConfig><peerFirmwareSharing>Yes</peerFirmwareSharing></vendorConfig>"),
    problem("warning", "pfs-sep-value", "1"),
  ),
  "No in a SEP file": xml(
    device("<vendorConfig><peerFirmwareSharing>No</peerFirmwareSharing></vendorConfig>"),
    problem("warning", "pfs-sep-value", "0"),
  ),
  "2 in a SEP file": xml(
    device("<vendorConfig><peerFirmwareSharing>2</peerFirmwareSharing></vendorConfig>"),
    problem("warning", "pfs-sep-value"),
  ),
  "1 in a SEP file": xml(device("<vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig>"), ok),
  "an empty load server": xml(device("<vendorConfig><loadServer></loadServer></vendorConfig>"), ok),
  "a log server with level and sharing": xml(
    device("<vendorConfig><logServer>10.0.0.9:514@@base=7;pfs=1</logServer></vendorConfig>"),
    ok,
  ),
  "a plain log server": xml(device("<vendorConfig><logServer>10.0.0.9:9001</logServer></vendorConfig>"), ok),
  "sharing on a 7960": xml(
    device("<vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig>"),
    problem("warning", "pfs-unsupported-model"),
    "7960",
  ),
  "sharing on a 7961": xml(
    device("<vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig>"),
    ok,
    "7961",
  ),
  depths: { input: { phones: [1, 2, 3, 5, 6, 15, 16, 100_000] }, expected: { depth: [0, 1, 1, 2, 2, 3, 4, 16] } },
  "one tree of a model": count([{ model: "8841", subnet: "a", count: 50 }], 1),
  "a tree of each model": count(
    [
      { model: "8841", subnet: "a", count: 5 },
      { model: "8851", subnet: "a", count: 5 },
    ],
    2,
  ),
  "a tree of each subnet": count(
    [
      { model: "8841", subnet: "a", count: 5 },
      { model: "8841", subnet: "b", count: 5 },
    ],
    2,
  ),
  "each phone that cannot share": count(
    [
      { model: "7960", subnet: "a", count: 5 },
      { model: "7961", subnet: "a", count: 5 },
    ],
    6,
  ),
  "an OEM phone": count([{ model: "Tandberg E20", subnet: "a", count: 3 }], 3),
};

for (const [title, { input, expected }] of Object.entries(cases))
  test(title, () =>
    assert.equal(sharingCase({ id: title, system: "cisco-pfs", title, input, expected } as VendorCase), undefined),
  );

test("the bytes of two files to two subnets", () => {
  const files = [7_100_000, 245_000];
  const input = { groups: [10, 1], ...network, files };
  const each = files.reduce((sum, size) => sum + bytesOf(size), 0);
  const said = sharingCase({ id: "bytes", system: "cisco-pfs", input, expected: {} } as unknown as VendorCase) ?? "";
  assert.match(said, new RegExp(`"without":\\{"wan_bytes":${11 * each},`));
  assert.match(said, new RegExp(`"with_pfs":\\{"wan_bytes":${2 * each},`));
});
