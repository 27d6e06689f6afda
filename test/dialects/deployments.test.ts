import test from "node:test";
import type { Phone, Start } from "../../server/src/deployment/phone";
import type { Device } from "../../server/src/devices/device";
import { audiocodesPhone } from "../../server/src/dialects/audiocodes/deployment/index";
import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import { unifyPhone } from "../../server/src/dialects/unify/deployment/index";
import { unifyXml } from "../../server/src/dialects/unify/index";
import { checkGolden } from "../support/golden";
import { everyAnswer, resolvedAt, type Server } from "../support/nearSite";
import { serviceOf } from "../support/problems";
import { changesOf, filesNear, linesNear } from "../support/variants";

// What gateways and phones of one site end up with, and what another answer, device or line changes.

interface Site {
  readonly phone: Phone;
  readonly device: Device;
  readonly start: Start;
  readonly server: Server;
  readonly devices: readonly Partial<Device>[];
  readonly starts: readonly Start[];
}

const sites: Readonly<Record<string, Site>> = {
  audiocodes: {
    phone: audiocodesPhone(serviceOf(audiocodesIni).catalogue),
    device: {
      id: "gw",
      model: "MP-118",
      mac: "00:90:8f:12:34:56",
      firmware: "6.60A.100",
      settings: { IniFileURL: "http://prov/<MAC>.ini", IniFileTemplateURL: "http://prov/all.ini" },
    },
    start: { values: { EnableSyslog: "1", DHCPEnable: "1", "ProxyIp 0 ProxyIp_IpAddress": "192.0.2.9" } },
    server: {
      "http://prov/all.ini": "MaxDigits = 7\nNTPServerIP = 192.0.2.9\nAUPDDigestPassword = 'example'\n",
      "http://prov/00908f123456.ini":
        "; own\nMaxDigits = 8\nIniFileURL = 'http://prov/<MAC>.ini'\nIniFileTemplateURL = 'http://prov/all.ini'\nCmpFileURL = 'http://prov/mp118.cmp'\nAutoUpdateFrequency = 60\nAutoUpdatePredefinedTime = '02:00'\n[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;\nProxyIp 0 = 192.0.2.1, 0;\n[ \\ProxyIp ]\n",
      "http://prov/mp118.cmp": 200,
    },
    devices: [
      { mac: "x" },
      { firmware: "5.80A.023" },
      { model: "unknown" },
      { settings: {} },
      { settings: { IniFileURL: "http://prov/<mac>.ini" } },
      { settings: { IniFileURL: "http://prov:8080/a/<MAC>.ini?x=1" } },
      { settings: { IniFileURL: "prov/a.ini" } },
      { settings: { IniFileURL: "tftp://prov/<MAC>.ini", CmpFileURL: "ftp://h/a.cmp" } },
    ],
    starts: [
      {},
      { rule: "http://prov/all.ini" },
      { pinned: ["EnableSyslog", "MaxDigits"], values: { EnableSyslog: "1", MaxDigits: "3" } },
      { failures: 3 },
    ],
  },
  unify: {
    phone: unifyPhone(serviceOf(unifyXml).catalogue),
    device: { id: "desk", model: "OpenStage 40", mac: "00:00:5e:00:53:a1", dhcp: { "66": "https://dms/phones" } },
    start: { values: { e164: "9", "vlan-id": "1", "sip-pwd": "secret" } },
    server: {
      "https://dms/phones/00005e0053a1_config.xml":
        '<DLSMessage><Message><Action>WriteItems</Action></Message><ItemList>\n<Item name="e164">201</Item>\n<Item name="function-key-def" index="1">59</Item>\n<Item name="sip-pwd">27238</Item>\n<Item name="vlan-id">NULL</Item>\n<Item name="reg-port" status="failed">5060</Item>\n</ItemList></DLSMessage>',
      "https://dms/phones/000000000000_config.xml": '<ItemList><Item name="e164">0</Item></ItemList>',
    },
    devices: [
      { mac: "x" },
      { dhcp: {} },
      { dhcp: { "66": "https://dms/phones/" } },
      { dhcp: { "66": "http://dms:8080/phones" } },
      { dhcp: { "66": "sdlp://dls" } },
      { dhcp: { "66": " " } },
      { dhcp: { "43": "0107 5369656d656e73 030a 68747470733a2f2f612f" } },
      { dhcp: { "43": "0107 5369656d656e73 030a 68747470733a2f2f612f", "66": "https://a/" } },
      { dhcp: { "43": "0107 5369656d656e73 030a 68747470733a2f2f612f", "66": "https://dms" } },
      { firmware: "V3 R3.24.0", settings: { e164: "7" } },
    ],
    starts: [
      {},
      { rule: "https://dms/phones" },
      { rule: " https://[::1]:444/x " },
      { rule: "x" },
      { pinned: ["e164", "none"], values: { e164: "9" } },
      { failures: 3 },
      { firmware: "V3" },
    ],
  },
};

/** Other files and actions of the phones of items. */
const messages = [
  "<DLSMessage><Message><Action>Restart</Action></Message></DLSMessage>",
  '<DLSMessage><Message><Action>SoftwareDeployment</Action></Message><ItemList><Item name="e164">1</Item></ItemList></DLSMessage>',
  '<DLSMessage><Message><Action> WriteItems </Action></Message><ItemList><Item name="e164">1</Item><Item name="e164">{{ x }}</Item></ItemList></DLSMessage>',
  "<html/>",
  "",
  "<% if a %><ItemList/><% end %>",
  "#if($a)\nMaxDigits = 7\n#end\n",
];

for (const [id, { phone, device, start, server, devices, starts }] of Object.entries(sites))
  test(`what devices of ${id} end up with, near one site (UPDATE_GOLDEN=1 writes the list)`, () => {
    const whole = resolvedAt(phone, server, device, start);
    const lines = [JSON.stringify(whole)];
    const add = (what: string, changed: Server, more: Partial<Device> = {}, other = start) =>
      lines.push(`${what}: ${changesOf(whole, resolvedAt(phone, changed, { ...device, ...more }, other))}`);
    for (const [url, text] of Object.entries(server)) {
      for (const [i, answer] of everyAnswer.entries()) add(`${url} ${i}`, { ...server, [url]: answer });
      if (typeof text !== "string") continue;
      for (const [i, near] of [...(text.includes("</") ? filesNear(text, 9) : linesNear(text)), ...messages].entries())
        add(`${url} file ${i}`, { ...server, [url]: near });
    }
    for (const more of devices) add(JSON.stringify(more), server, more);
    for (const other of starts) add(JSON.stringify(other), server, {}, other);
    const [first = ""] = Object.keys(server);
    const rest = Object.fromEntries(Object.entries(server).slice(1));
    add(`without ${first}`, rest);
    checkGolden(`test/dialects/deployments.${id}.golden.txt`, lines);
  });
