import test from "node:test";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden } from "../support/golden";
import { slipsOf } from "../support/variants";

// Options of DHCP near some, both ways.

const samples: Readonly<Record<string, readonly string[]>> = {
  avaya: [
    'mcipadd=10.1.1.5,10.1.1.6, HTTPDIR=a b,DOMAIN="x,y",L2QVLAN=',
    "10.1.1.5,HTTPSRVR=10.1.1.9",
    "01 04 00 00 1a e9 02 03 31 2e 31 0a 03 31 32 30",
    "0x010400001ae90a020078",
    "02 02 31",
  ],
  unify: [
    "01 07 53 69 65 6d 65 6e 73 02 04 00 00 00 78 03 0b 73 64 6c 70 3a 2f 2f 61 2e 62 2f ff",
    "0107 5369656d656e73 030a 68747470733a2f2f612f 09 01 00",
    "01 06 53 69 65 6d 65 6e 02 02 00 78",
  ],
};

const settings = [
  [],
  [["L2QVLAN", "120"]],
  [["vlan-id", "0"]],
  [["vlan-id", "4095"]],
  [["vlan-id", "4096"]],
  [["vlan", "256"]],
  [["vlan", "x7"]],
  [["vlan", "7x"]],
  [
    ["url", "https://a"],
    ["url", "sdlp://b"],
  ],
  [["url", "http:/a"]],
  [["url", "xhttps://a"]],
  [["url", "https://ä"]],
  [["url", `https://${"a".repeat(230)}`]],
  [["url", `https://${"a".repeat(234)}`]],
  [["url", `https://${"a".repeat(235)}`]],
  [["url", `https://${"a".repeat(236)}`]],
  [
    ["HTTPSRVR", "a,b"],
    ["MCIPADD", "10.1.1.5"],
    ["DSCPAUD", "46"],
    ["HTTPDIR", "x y"],
  ],
  [["TLSSRVR", "a".repeat(240)]],
  [["TLSSRVR", "a".repeat(260)]],
  [["SIP_CONTROLLER_LIST", 'a"b']],
] as const;

for (const { id, dhcpOptions = [] } of dialects) {
  if (dhcpOptions.length === 0) continue;
  test(`options of DHCP of ${id} (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = dhcpOptions.flatMap((option) => {
      const read = (text: string) => {
        const { settings, problems, facts = [] } = option.decode(text);
        const words = [...settings.map(({ name, value }) => `${name}=${value}`), ...problems, ...facts];
        return `${option.isOwn?.(text) ?? ""} ${words.join("; ")}`;
      };
      return [
        `# ${option.code}`,
        ...(samples[id] ?? []).flatMap((text) => [
          `${JSON.stringify(text)} ${read(text)}`,
          ...slipsOf(text, read).map((line) => `  ${line}`),
        ]),
        ...settings.map((pairs) => {
          const { text, losses } = option.encode(pairs.map(([name, value]) => ({ name, value })));
          return `${JSON.stringify(pairs).slice(0, 90)} ${text}: ${losses.map(({ name, reason }) => `${name}: ${reason}`).join(" ")}`;
        }),
      ];
    });
    checkGolden(`test/dialects/options.${id}.golden.txt`, lines);
  });
}
