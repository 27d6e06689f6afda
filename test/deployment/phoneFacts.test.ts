import test from "node:test";
import type { Device } from "../../server/src/devices/device";
import { checkGolden } from "../support/golden";
import { desk, phone } from "../support/site";

// What the machine asks of a phone between rounds: versions, values that mean the same, what a file would have.

const versions = [
  "sip88xx.12-0-5MPP0102-328",
  "sip88xx.11-3-1MPP-697",
  "12-0-5MPP0102-328",
  "7.5.5",
  "7.4.9a",
  "PHONEOS.3-2-1-0104-37",
  "x",
  "",
];
const devices: readonly Device[] = [
  desk,
  { id: "old", model: "504G", firmware: "7.5.5" },
  { id: "ata", model: "191" },
  { id: "none" },
];
const values: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["Resync_Periodic", ["3600", "03600", " 3600", "3601", "3600+0", ""]],
  ["Resync_On_Reset", ["Yes", "yes", "1", "No", "no", "true", ""]],
  ["Proxy_1_", ["h", "H", "h ", "h:5060"]],
  ["Password_1_", ["a", "A", "***********", ""]],
  ["SIP_Transport_1_", ["UDP", "udp", "TCP"]],
  ["Invented", ["1", "1.0", "01"]],
];
const dump = `<flat-profile>
<!-- System -->
<Product_Name ua="na">CP-8841-3PCC</Product_Name>
<Serial_Number ua="na">FCH1</Serial_Number>
<Software_Version ua="na">sip88xx.12-0-5MPP0102-328</Software_Version>
<MAC_Address ua="na">00005E005301</MAC_Address>
<Resync_Periodic ua="rw">7200</Resync_Periodic>
<Proxy_1_ ua="na">pbx</Proxy_1_>
</flat-profile>`;

test("what phones are asked between rounds (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const a of versions) for (const b of versions) lines.push(`${a} < ${b}: ${phone.isOlder(a, b)}`);
  for (const device of devices) {
    const state = phone.start(device, {
      values: { Proxy_1_: "pbx", Resync_Periodic: "60" },
      access: { Proxy_1_: "rw" },
    });
    lines.push(
      `${device.id} ${JSON.stringify(state.device)} restarts ${phone.mayRestart(device)}, names ${phone.namesOf(device).length}`,
    );
    for (const [name, list] of values) {
      lines.push(
        `  ${name} ${phone.valueOf(state, name)} ${JSON.stringify(phone.factoryOf(device, name))} ${phone.accessOf(state, name)} ${phone.shown([state]).isSecret(name, "x")}`,
      );
      for (const a of list)
        lines.push(
          `    ${JSON.stringify(a)} is ${list.filter((b) => phone.isSameValue(name, a, b, device)).join("|")}; ${phone.written(name, a)}`,
        );
      lines.push(`    ${phone.written(name, null)}`);
    }
    for (const rule of ["http://h/$MA.xml", "($A eq x)? http://a | [--key k] http://$PN/b", "# http://h", ""])
      for (const taken of [0, 1, 2]) {
        const ruled = phone.start(device, { values: { Profile_Rule: rule } });
        lines.push(`  ${rule} ${taken}: ${phone.typedUrl(ruled, "Profile_Rule", taken)}`);
      }
    lines.push(`  next ${JSON.stringify(phone.next(state, undefined))} ${JSON.stringify(phone.next(state, {}))}`);
  }
  lines.push(
    phone.merged([
      { name: "Proxy_1_", value: "a<b&c", access: "rw" },
      { name: "Password_1_", value: "", isHidden: true },
      { name: "Resync_Periodic", value: "60" },
    ]),
  );
  lines.push(
    JSON.stringify(phone.startOfDump(dump)),
    JSON.stringify(phone.startOfDump("x")),
    JSON.stringify(phone.dumps?.read(dump), (_, value) => (value instanceof Map ? [...value] : value)),
  );
  for (const name of ["Proxy_1_", "Password_1_", "Resync_Periodic", "Software_Version", "Invented"])
    lines.push(
      `${name} ${JSON.stringify(phone.dumps?.traitsOf(name))} ${devices.map((device) => phone.dumps?.isSupported(name, device)).join(" ")}`,
    );
  lines.push(devices.map((device) => String(phone.dumps?.marksUsers(device))).join(" "));
  lines.push(...(phone.dumps?.resets(["Proxy_1_", "Resync_Periodic", "Invented"]) ?? []));
  checkGolden("test/deployment/phoneFacts.golden.txt", lines);
});
