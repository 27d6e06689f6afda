import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { drive, settle } from "../../server/src/deployment/settle";
import { details, Plan, whenInWords } from "../../server/src/impact/groups";
import { type DeviceImpact, impactOf } from "../../server/src/impact/impact";
import { isChange, kinds } from "../../server/src/impact/kinds";
import { leftBehindInWords } from "../../server/src/impact/words";
import { runs } from "../support/runs";
import { desk, phone, type Server, serverOf } from "../support/site";

const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
const first = "http://pbx/8841-3PCC.xml";
const own = "http://pbx/00005e005301.xml";

function impact(base: Server, head: Server, device = desk): DeviceImpact {
  const run = (server: Server, from = phone.start(device, {}), isDeployed = false) => {
    const answer = serverOf(server);
    return drive(settle(phone, from, { isDeployed }), ({ target }) => answer(target));
  };
  const before = run(base);
  return impactOf(phone, { before, after: run(head, before.end, true), fresh: run(head) });
}

/** `settings, left behind: GPP_A 1 → 2; keeps GPP_B` for a change of the shared file. */
function checkShared(old: string, now: string, expected: string, more: Server = {}): void {
  const site = (settings: string): Server => ({
    [first]: `${rule}${settings}`,
    [own]: "<User_ID_1_>201</User_ID_1_>",
    ...more,
  });
  const { kinds, changes, leftBehind } = impact(site(old), site(now));
  const words = [
    ...changes.map(({ name, from, to, secret }) => `${name} ${secret ? "(secret)" : `${from} → ${to}`}`),
    ...leftBehind.map(({ name, clear, access }) =>
      [`keeps ${name}`, clear, access && `access ${access.deployed}, not ${access.fresh}`].filter(Boolean).join(", "),
    ),
  ];
  assert.equal([kinds.join(", "), ...words].join("; "), expected);
}

test("a change is what the device ends up with, not what a file says", () => {
  checkShared("<GPP_A>1</GPP_A>", "<GPP_A>2</GPP_A>", "settings; GPP_A 1 → 2");
  checkShared("<GPP_A>1</GPP_A>", "<!-- x --><GPP_A>1</GPP_A>", "none");
  checkShared("<User_ID_1_>1</User_ID_1_>", "<User_ID_1_>2</User_ID_1_>", "none");
  checkShared("<Provision_Enable>Yes</Provision_Enable>", "<Provision_Enable>yes</Provision_Enable>", "none");
  checkShared(
    "<Admin_Password>a</Admin_Password>",
    "<Admin_Password>b</Admin_Password>",
    "settings; Admin_Password (secret)",
  );
});

test("a deleted line changes nothing on a deployed device", () => {
  checkShared("<GPP_A>1</GPP_A>", "", "left behind, none; keeps GPP_A, <GPP_A></GPP_A>");
  checkShared("<GPP_A>1</GPP_A>", "<GPP_A></GPP_A>", "settings; GPP_A 1 → ");
  const reset = "left behind, none; keeps Resync_Periodic, <Resync_Periodic></Resync_Periodic>";
  checkShared("<Resync_Periodic>600</Resync_Periodic>", "", reset);
});

test("access that no file mentions any more stays on a deployed device", () => {
  const open = '<GPP_A ua="rw">1</GPP_A>';
  checkShared(open, "<GPP_A>1</GPP_A>", "left behind, none; keeps GPP_A, access rw, not na");
  checkShared(open, "", "left behind, none; keeps GPP_A, <GPP_A></GPP_A>, access rw, not na");
  checkShared(open, '<GPP_A ua="na">1</GPP_A>', "settings; GPP_A undefined → undefined");
});

test("a device that never asks again is stranded", () => {
  checkShared("", "<Provision_Enable>No</Provision_Enable>", "settings, stranded; Provision_Enable Yes → No");
  const timers = "<Resync_Periodic>0</Resync_Periodic>";
  checkShared("", timers, "settings, restart only; Resync_Periodic 3600 → 0");
  const { kinds, stranded } = impact({ [first]: "" }, { [first]: `${timers}<Resync_On_Reset>No</Resync_On_Reset>` });
  assert.deepEqual([kinds, stranded], [["settings", "stranded"], { reason: "no schedule" }]);
});

test("a device that only tries again after a failure is not stranded by a change", () => {
  const timers = "<Resync_Periodic>0</Resync_Periodic><Resync_On_Reset>No</Resync_On_Reset>";
  const { kinds, lands } = impact({ [first]: rule + timers }, { [first]: `${rule}${timers}<GPP_A>1</GPP_A>` });
  assert.deepEqual([kinds, lands.cause], [["settings"], "retry"]);
});

test("a device that was stranded before does not follow, and is not counted again", () => {
  const off = "<Provision_Enable>No</Provision_Enable>";
  checkShared(off, `${off}<GPP_A>1</GPP_A>`, "left behind, none; keeps GPP_A");
});

test("a request that finds nothing says whether another file can mend it", () => {
  const failing = (base: Server, head: Server) => impact(base, head).failing;
  const good = { [first]: rule, [own]: "" };
  assert.equal(failing(good, { [first]: rule })?.fetches, "some");
  assert.deepEqual(failing(good, { ...good, [first]: "<Profile_Rule>/v2/$MA.xml</Profile_Rule>" }), {
    rule: "Profile_Rule",
    url: "http://pbx/v2/$MA.xml",
    class: "B",
    reason: "404",
    fetches: "none",
    place: "8841-3PCC.xml:1",
  });
  assert.deepEqual(impact({ [first]: rule }, good).kinds, ["recovered"]);
});

test("a factory value that no document says leaves a change decided", () => {
  const old = { ...desk, model: "SPA921", firmware: "5.1.8" };
  const site = (settings: string): Server => ({ "http://pbx/spa921.cfg": settings });
  const { kinds, changes } = impact(site(""), site("<Lcd_Contrast>0</Lcd_Contrast>"), old);
  assert.deepEqual(kinds, ["settings"]);
  assert.deepEqual(
    changes.map(({ name, from, to }) => [name, from, to]),
    [["Lcd_Contrast", null, "0"]],
  );
});

test("a device that finds nothing at another address fails, and does not just ask elsewhere", () => {
  const to = (location: string): Server => ({
    [first]: { kind: "status", status: 302, location },
    "http://pbx/a.xml": "",
    "http://pbx/c.xml": "",
  });
  assert.deepEqual(impact(to("/a.xml"), to("/b.xml")).kinds, ["failing"]);
  assert.deepEqual(impact(to("/a.xml"), to("/c.xml")).kinds, ["addresses"]);
});

test("an unknown answer is undecided and not failing", () => {
  const unmapped = { "http://x/": { kind: "unknown", reason: "unmapped" } } as const;
  checkShared(
    "",
    "<Profile_Rule_C>http://x/</Profile_Rule_C>",
    "settings, undecided; Profile_Rule_C  → http://x/",
    unmapped,
  );
});

test("the time until a change arrives is in words", () => {
  assert.equal(whenInWords({ cause: "periodic", earliest: 3600, latest: 3640 }), "within 1 h 1 min");
  assert.equal(whenInWords({ cause: "periodic", earliest: 0, latest: 86400 }), "within 1 d");
  assert.equal(whenInWords({ cause: "retry", earliest: 30, latest: 30 }), "within 30 s");
  assert.equal(whenInWords({ cause: "power-up", earliest: 0, latest: 0, needs: "restart" }), "only at a restart");
  const daily = { earliest: 10800, latest: 11400 };
  assert.equal(whenInWords({ cause: "periodic", earliest: 0, latest: 87000, daily }), "at 03:00–03:10");
  assert.equal(whenInWords({ cause: "never", reason: "switched off" }), "never");
});

const value = fc.constantFrom("0", "1", "Yes", "No", "http://pbx/$MA.xml", "http://pbx/8841-3PCC.xml", "");
const name = fc.constantFrom(
  "GPP_A",
  "GPP_B",
  "Profile_Rule_B",
  "Profile_Rule_C",
  "Resync_Periodic",
  "Provision_Enable",
);
const file = fc
  .array(fc.tuple(name, value), { maxLength: 5 })
  .map((all) => all.map(([n, v]) => `<${n}>${v}</${n}>`).join(""));
const server = fc.record({ [first]: file, [own]: file }, { requiredKeys: [] }) as fc.Arbitrary<Server>;

const detailOf = fc.constantFrom(...details);

test("random changes: none exactly when nothing differs, and the sum of parts is the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(server, server), { minLength: 1, maxLength: 6 }), detailOf, (changes, detail) => {
      const whole = new Plan("a", "b", 20);
      const parts = [new Plan("a", "b", 20), new Plan("a", "b", 20)] as const;
      const joined = new Plan("a", "b", 2, detail);
      let block = new Plan("a", "b", 2, detail);
      const oneByOne = new Plan("a", "b", 2, detail);
      for (const [i, [base, head]] of changes.entries()) {
        const each = impact(base, head, { ...desk, id: `d${i}` });
        const { kinds, changes: found, urls, firmware } = each;
        assert.ok(kinds.length > 0);
        assert.equal(kinds.includes("none"), !isChange(kinds));
        if (kinds.includes("none"))
          assert.deepEqual([found, urls, firmware], [[], { added: [], removed: [] }, undefined]);
        whole.add(each);
        parts[i % 2 === 0 ? 0 : 1].add(each);
        const counted = { ...each, by: { town: `${i % 2}` } };
        oneByOne.add(counted);
        block.add(counted);
        if (i % 2 === 0) continue;
        joined.addPart(structuredClone(block.part()));
        block = new Plan("a", "b", 2, detail);
      }
      joined.addPart(structuredClone(block.part()));
      assert.deepEqual(joined.report(), oneByOne.report());
      const [one, other] = [parts[0].report(), parts[1].report()];
      const { totals, devices } = whole.report();
      assert.equal(devices, one.devices + other.devices);
      for (const kind of kinds) assert.equal(totals[kind], one.totals[kind] + other.totals[kind]);
    }),
    { numRuns: runs(150) },
  );
});

test("random files: the same files on both sides change nothing that has settled", () => {
  fc.assert(
    fc.property(server, (files) => {
      const settled = drive(settle(phone, phone.start(desk, {})), ({ target }) => serverOf(files)(target));
      if (settled.outcome !== "stable") return;
      assert.deepEqual(impact(files, files).kinds, ["none"]);
    }),
    { numRuns: runs(150) },
  );
});

test("what devices keep of one setting is one entry where there are more than are shown", () => {
  const kept = (limit: number) => {
    const plan = new Plan("a", "b", limit);
    for (const id of ["1", "2", "3"]) {
      const now = { [first]: rule, [own]: "" };
      plan.add({ ...impact({ ...now, [own]: `<Display_Name_1_>n${id}</Display_Name_1_>` }, now), id });
    }
    const { leftBehind, more } = plan.report();
    return [...leftBehind.map((each) => `${each.count}: ${leftBehindInWords(each)}`), more];
  };
  assert.deepEqual(kept(2), ["3: 3 different values of Display_Name_1_ stay; new devices get none", 0]);
  assert.deepEqual(kept(3), [
    "1: Display_Name_1_ stays n1; new devices get none",
    "1: Display_Name_1_ stays n2; new devices get none",
    "1: Display_Name_1_ stays n3; new devices get none",
    0,
  ]);
});
