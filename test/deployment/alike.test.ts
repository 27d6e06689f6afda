import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type Answer, type SiteFile, urlOf } from "../../server/src/deployment/exchange";
import { resolveSummary } from "../../server/src/deployment/report";
import { drive, settle } from "../../server/src/deployment/settle";
import type { Device } from "../../server/src/devices/device";
import { ciscoPhone } from "../../server/src/dialects/cisco-flat-profile/deployment/index";
import { catalogue } from "../support/catalogue";
import { plainRun } from "../support/plainRun";
import { randomElement, words } from "../support/randomSettings";
import { runs } from "../support/runs";

// Rounds that phones go alike are remembered, and files that they share are applied once. Neither may change anything.

const names = words(
  "GPP_A GPP_B GPP_C Proxy_1_ User_ID_1_ Display_Brightness Resync_Periodic Profile_Rule Profile_Rule_B Profile_Rule_C Upgrade_Rule Resync_On_Reset Resync_Fails_On_FNF Resync_Trigger_1 Restricted_Access_Domains Transport_Protocol Nothing",
);
const values = fc.oneof(
  words(
    'a b 0 3600 No "" http://pbx/0 http://pbx/$MA.xml http://pbx/$MAU.xml http://pbx/$SN http://pbx/$(MA:8).xml http://pbx/c?$MA&$A http://$MA/x /$PSN.xml /$MA.xml http://pbx/$UID1 # $PRVTMR http://pbx/sip88xx.12-0-6MPP0001-65.loads http://pbx/$MA/sip88xx.12-0-6MPP0001-65.loads http',
  ),
  fc.constantFrom(
    '("$MA" eq "00005e005301")? http://pbx/1 | http://pbx/$MA.xml',
    '("$(MA:10)" eq "02")? http://pbx/1 | http://pbx/$MA.xml',
    '("$A" eq "b")? (b = "$MA"; Profile_Rule_C = "http://pbx/$MA.xml";)! http://pbx/1 | http://pbx/$SN',
    '("$SN" ne "")? http://pbx/$SN/$MA.xml',
    "($PRVST eq 2)? http://pbx/0 | http://pbx/moved/$MA",
    '("$MA" eq "00005e005302")? (b = "$(MA:4:3)";)! http://pbx/$(MA:8)/$MA.xml | [--key $(SN:1)] http://pbx/$SN | http://pbx/2',
    '("$(SN:3)" eq "1")? [--key $SN] http://pbx/1 | ("$SN" eq "FCH4" and "$A" ne "b")? | http://pbx/$MA.xml',
    "[--alias c] http://pbx/$MA.xml",
    "[--key $MA --uid $SN --pwd $SB] http://pbx/$MA.xml",
    "[--post a] http://pbx/$MA.xml",
    "http://pbx/00005e005301.xml",
    "http://pbx/moved/$MA",
    '$PRVTMR ge 600 and "$MA" eq "00005e005301"',
  ),
);
const element = randomElement(names, values, '_ _ _ ua="rw" ua="na" preserve-value="y" user-pref="y"');
const content = fc
  .array(element, { maxLength: 7 })
  .map((elements) => `<flat-profile>${elements.join("")}</flat-profile>`);
const answers = fc.oneof(
  { weight: 9, arbitrary: content },
  {
    weight: 2,
    arbitrary: fc.constantFrom<string | Answer>(
      "no profile",
      "<flat-profile><GPP_A>",
      { kind: "status", status: 404 },
      { kind: "status", status: 401 },
      { kind: "status", status: 302, location: "/$MA.xml" },
      { kind: "status", status: 301, location: "http://pbx/00005e005301.xml" },
      { kind: "status", status: 302, location: "http://pbx/moved/$SN" },
      { kind: "failed", reason: "time-out" },
      { kind: "corrupt", reason: "decryption", file: "x" },
      { kind: "unknown", reason: "key", file: "y" },
    ),
  },
);

const devices: readonly Device[] = ["1", "2", "3", "4"].map((digit, i) => ({
  id: `d${digit}`,
  model: i === 3 ? "7841" : "8841",
  mac: i === 3 ? "00:00:5E:00:53:04" : `00005e00530${digit}`,
  firmware: "sip88xx.12-0-5MPP0102-328",
  dhcp: { "66": "http://pbx" },
  ...(i === 2 && { settings: { GPP_A: "pinned" } }),
  ...(i !== 1 && { serial: i === 2 ? "a/b" : `FCH${digit}` }),
}));

interface World {
  /** By URL; those of the devices are beside them. */
  readonly shared: readonly (string | Answer)[];
  readonly own: readonly (string | Answer)[];
  readonly users: readonly string[];
  readonly option: string;
}

const worlds: fc.Arbitrary<World> = fc.record({
  shared: fc.array(answers, { minLength: 4, maxLength: 4 }),
  own: fc.array(answers, { minLength: 4, maxLength: 4 }),
  users: fc.array(words("_ 201 202 a"), { minLength: 4, maxLength: 4 }),
  option: words("http://pbx http://pbx http://pbx/dhcp/$MA.xml pbx"),
});

/** What answers, with the same object for the same content. */
function serverOf({ shared, own }: World, marksShared: boolean) {
  const files = new Map<string, SiteFile>();
  return (url: string, device: Device): Answer => {
    const isFirst = /\/(?:8841|7841)-3PCC\.xml$/.test(url);
    const mine = devices.findIndex(({ mac, serial }) => {
      const digits = mac?.replaceAll(":", "").toLowerCase() ?? "";
      return url.toLowerCase().includes(digits) || (serial !== undefined && url.includes(serial));
    });
    const given = isFirst ? shared[0] : mine >= 0 ? own[mine] : shared[(/\d/.exec(url.slice(10))?.[0] ?? "3") as never];
    if (typeof given !== "string") return given ?? { kind: "status", status: 404 };
    const name = mine >= 0 ? `${mine}.xml` : url.slice(11);
    let file = files.get(name);
    if (!file) {
      file = { name, text: given, layers: [] };
      files.set(name, file);
    }
    if (marksShared) file.isShared = mine < 0 || device.id === "shared";
    return { kind: "file", file };
  };
}

test("phones that go alike end as each would alone", () => {
  const alike = ciscoPhone(catalogue);
  fc.assert(
    fc.property(
      worlds,
      fc.shuffledSubarray([0, 1, 2, 3, 0, 2], { minLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      (world, order, isDeployed, isFirst) => {
        // What was learned in other worlds may help, or hide something.
        const phone = isFirst ? ciscoPhone(catalogue) : alike;
        const run = (phone: ReturnType<typeof ciscoPhone>, i: number, ask: ReturnType<typeof serverOf>) => {
          const device = { ...(devices[i] as Device), dhcp: { "66": world.option } };
          const user = world.users[i];
          const start = {
            ...(user !== "_" && { values: { User_ID_1_: user ?? "" } }),
            // The list has a value of it for one device only.
            pinned: ["GPP_A"],
          };
          const asked: string[] = [];
          const settled = drive(settle(phone, phone.start(device, start), { isDeployed }), (request) => {
            asked.push(JSON.stringify({ ...request, target: urlOf(request.target) }));
            return ask(urlOf(request.target), device);
          });
          return { ...plainRun(settled), asked, summary: resolveSummary(phone, settled, []) };
        };
        const shared = serverOf(world, true);
        for (const i of order) {
          const alone = ciscoPhone(catalogue, { remembers: false });
          assert.deepEqual(run(phone, i, shared), run(alone, i, serverOf(world, false)));
        }
      },
    ),
    { numRuns: runs(200) },
  );
});

test("a part of an address decides by itself", () => {
  const rule = `<Profile_Rule>("$(MA:10)" eq "02")? http://pbx/1 | http://pbx/$MA.xml</Profile_Rule>`;
  const server = serverOf(
    {
      shared: [rule, "", "", ""].map((all) => `<flat-profile>${all}</flat-profile>`),
      own: ["", "", "", ""].map(() => "<flat-profile/>"),
      users: [],
      option: "",
    },
    true,
  );
  const alike = ciscoPhone(catalogue);
  const urls = devices
    .slice(0, 2)
    .map(
      (device) =>
        drive(settle(alike, alike.start(device, {})), ({ target }) => server(urlOf(target), device)).rounds.at(-1)
          ?.urls,
    );
  assert.deepEqual(urls, [["http://pbx/00005e005301.xml"], ["http://pbx/1"]]);
});
