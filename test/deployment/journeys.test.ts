import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type Answer, type Request, type SiteFile, urlOf } from "../../server/src/deployment/exchange";
import type { PhoneState } from "../../server/src/deployment/phone";
import { resolveSummary } from "../../server/src/deployment/report";
import { drive, lastUrls, type Settled, settle, settleAlike } from "../../server/src/deployment/settle";
import type { Device } from "../../server/src/devices/device";
import { ciscoPhone } from "../../server/src/dialects/cisco-flat-profile/deployment/index";
import { catalogue } from "../support/catalogue";
import { change, count, type Files, macOf, phoneOf, profile, serverOf, world } from "../support/phoneWorlds";
import { plainRun } from "../support/plainRun";

// A phone that is judged by the run of another ends as it would by its own rounds.

test("a phone that is judged by another ends as it would by itself", () => {
  const followed = { first: 0, onward: 0 };
  let runs = 0;
  fc.assert(
    fc.property(world, change, fc.boolean(), (old, changed, isShort) => {
      const now = { ...old, ...changed };
      const phone = ciscoPhone(catalogue);
      const together: Files = new Map();
      for (let i = 0; i < count; i++) {
        const device = phoneOf(i, isShort);
        const run = (
          one: typeof phone,
          answer: ReturnType<typeof serverOf>,
          from: PhoneState,
          machine: Generator<Request, Settled, Answer>,
        ) => {
          const asked = new Set<string>();
          const settled = drive(machine, (request) => {
            asked.add(`${request.purpose} ${urlOf(request.target)}`);
            return answer(request.target);
          });
          const { end } = settled;
          const shown = one.shown([from, end]);
          return {
            settled,
            found: {
              ...plainRun(settled),
              asked: [...asked],
              summary: resolveSummary(one, settled, []),
              shown: ["id d1x2 same", "201 202 600"].map(shown.text),
            },
          };
        };
        let isFollowed = true;
        const learn = phone.journeys?.learn.bind(phone.journeys);
        assert.ok(phone.journeys && learn);
        phone.journeys.learn = (...args) => {
          isFollowed = false;
          learn(...args);
        };
        const alone = ciscoPhone(catalogue, { remembers: false });
        const mine: Files = new Map();
        const states = [alone.start(device, {}), phone.start(device, {})] as const;
        const plain = run(alone, serverOf(old, mine), states[0], settle(alone, states[0]));
        const alike = run(phone, serverOf(old, together), states[1], settleAlike(phone, states[1]));
        assert.deepEqual(alike.found, plain.found);
        if (isFollowed) followed.first++;
        // The other files come when the phone is deployed.
        isFollowed = true;
        const ends = [plain.settled.end, alike.settled.end] as const;
        const onward = run(alone, serverOf(now, mine), ends[0], settle(alone, ends[0], { isDeployed: true }));
        const along = run(phone, serverOf(now, together), ends[1], settleAlike(phone, ends[1], true));
        assert.deepEqual(along.found, onward.found);
        const [one, other] = [alike.settled.openUrls, along.settled.openUrls];
        if (one && other && [...one].join() === [...other].join())
          assert.deepEqual(lastUrls(onward.settled), lastUrls(plain.settled));
        if (isFollowed) followed.onward++;
        phone.journeys.learn = learn;
        runs++;
      }
    }),
    { numRuns: 150 },
  );
  // The test says nothing where no phone is.
  assert.ok(followed.first > runs / 10 && followed.onward > runs / 20, JSON.stringify({ followed, runs }));
});

test("what decides only on the journeys of some phones is looked at on all", () => {
  const phone = ciscoPhone(catalogue);
  const files: Files = new Map();
  const rules =
    "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B><Profile_Rule_C>http://pbx/b/$MA.xml</Profile_Rule_C>";
  const first = { name: "first", text: profile(rules), layers: [], isShared: true };
  const second = { name: "second", text: profile("<GPP_B>1</GPP_B>"), layers: [], isShared: true };
  const run = (start: PhoneState, isDeployed: boolean, hasSecond: boolean) =>
    drive(settleAlike(phone, start, isDeployed), ({ target: { path } }) =>
      path.startsWith("/b/") && !hasSecond
        ? { kind: "status", status: 404 }
        : { kind: "file", file: path.startsWith("/b/") ? second : (files.get(path) ?? first) },
    );
  const before = ["Yes", "Yes", "Yes", "No", "No"].map((text, i) => {
    const device: Device = { id: macOf(i), model: "8841", mac: macOf(i), dhcp: { "66": "http://pbx" } };
    const own = `<Resync_Fails_On_FNF>${text}</Resync_Fails_On_FNF>`;
    files.set(`/${macOf(i)}.xml`, { name: `${i}`, text: profile(own), layers: [] });
    return run(phone.start(device, {}), false, i < 2);
  });
  const outcomes = (all: readonly Settled[]) => all.map(({ outcome }) => outcome).join(" ");
  assert.equal(outcomes(before), "stable stable failing stable stable");
  assert.equal(outcomes(before.map(({ end }) => run(end, true, false))), "failing failing failing stable stable");
  assert.equal(outcomes(before.map(({ end }) => run(end, true, true))), "stable stable stable stable stable");
});

test("a new rule decides by what the files before have set", () => {
  const phone = ciscoPhone(catalogue);
  const files: Files = new Map();
  const shared = (name: string, more: string): SiteFile => ({
    name,
    text: profile(`<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>${more}`),
    layers: [],
    isShared: true,
  });
  const old = shared("old", "");
  const now = shared("now", `<Profile_Rule_C>("$D" eq "201")? http://pbx/1 | http://pbx/2</Profile_Rule_C>`);
  const run = (start: PhoneState, isDeployed: boolean, first: SiteFile) =>
    drive(settleAlike(phone, start, isDeployed), ({ target: { path } }) =>
      /^\/[12]$/.test(path) ? { kind: "status", status: 404 } : { kind: "file", file: files.get(path) ?? first },
    );
  const before = ["201", "201", "202", "201", "202"].map((text, i) => {
    const device: Device = { id: macOf(i), model: "8841", mac: macOf(i), dhcp: { "66": "http://pbx" } };
    files.set(`/${macOf(i)}.xml`, { name: `${i}`, text: profile(`<GPP_D>${text}</GPP_D>`), layers: [] });
    return run(phone.start(device, {}), false, old);
  });
  const last = before.map(({ end }) => run(end, true, now).rounds.at(-1)?.failed?.urls.join());
  assert.deepEqual(
    last,
    ["1", "1", "2", "1", "2"].map((name) => `http://pbx/${name}`),
  );
});

test("a file that only takes settings back changes nothing", () => {
  const phone = ciscoPhone(catalogue);
  const files = new Map<string, SiteFile>();
  const first: SiteFile = {
    name: "first",
    text: profile("<Profile_Rule>http://pbx/$MA.xml</Profile_Rule>"),
    layers: [],
    isShared: true,
  };
  const changes = ["201", "202", "203", ""].map((text, i) => {
    const device: Device = { id: macOf(i), model: "8841", mac: macOf(i), dhcp: { "66": "http://pbx" } };
    files.set(`/${macOf(i)}.xml`, { name: `${i}`, text: profile(`<User_ID_1_>${text}</User_ID_1_>`), layers: [] });
    const { rounds } = drive(settleAlike(phone, phone.start(device, {})), ({ target }) => ({
      kind: "file",
      file: files.get(target.path) ?? first,
    }));
    return rounds.map(({ isChanged }) => isChanged);
  });
  assert.deepEqual(changes, [
    [true, true, false],
    [true, true, false],
    [true, true, false],
    [true, false, false],
  ]);
});
