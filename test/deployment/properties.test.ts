import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { urlOf } from "../../server/src/deployment/exchange";
import { resolveReport, resolveSummary } from "../../server/src/deployment/report";
import { drive, maxRounds, settle } from "../../server/src/deployment/settle";
import { isInShard } from "../../server/src/deployment/shard";
import { placeOf } from "../../server/src/deployment/siteMap";
import { randomElement, words } from "../support/randomSettings";
import { desk, phone, type Server, serverOf } from "../support/site";

const names = words(
  "GPP_A GPP_B GPP_C Proxy_1_ Display_Brightness Resync_Periodic Profile_Rule Profile_Rule_B Profile_Rule_C Upgrade_Rule Resync_On_Reset Resync_Fails_On_FNF Provision_Enable Resync_Trigger_1 Nothing",
);
const values = fc.oneof(
  words(
    'a b 0 5 3600 No Yes "" http://pbx/0 http://pbx/1 http://pbx/2 http://pbx/$MA http://pbx/$A /x.xml # $PRVTMR {{x}} http://pbx/sip88xx.12-0-6MPP0001-65.loads',
  ),
  fc.constantFrom(
    '("$A" eq "b")? (b = "1"; Profile_Rule_C = "http://pbx/2";)! http://pbx/1 | http://pbx/2',
    "($PRVST eq 2)? http://pbx/0 | http://pbx/3",
    "[--alias c] http://pbx/1",
    "[--key $SA --uid u --pwd $SB] http://pbx/2",
    "$PRVTMR ge 600",
  ),
);
const element = randomElement(names, values, '_ ua="rw" ua="na" preserve-value="y" user-pref="y" user-pref="n"');
const file = fc.array(element, { maxLength: 8 }).map((elements) => elements.join(""));
const answer = fc.oneof(
  { weight: 8, arbitrary: file },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Server[string]>(404, 500, 401, 200, "<?no profile", "<?<flat-profile><GPP_A>"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Server[string]>(
      { kind: "status", status: 302, location: "/1" },
      { kind: "unknown", reason: "skipped" },
      { kind: "failed", reason: "time-out" },
      { kind: "corrupt", reason: "decryption" },
    ),
  },
);
const servers = fc.tuple(answer, answer, answer, answer, answer).map(([first, ...others]): Server => {
  const server: Record<string, Server[string]> = {
    "http://pbx/8841-3PCC.xml": first,
    "http://pbx/00005e005301": others[3] ?? 404,
  };
  for (const [i, each] of others.entries()) server[`http://pbx/${i}`] = each;
  return server;
});
const starts = fc.record({
  values: fc.dictionary(names, values, { maxKeys: 3 }),
  userModified: fc.array(words("Display_Brightness GPP_A"), { maxLength: 2 }),
});

test("whatever the files, a device ends, and each value is that of the last step that set one", () => {
  fc.assert(
    fc.property(servers, starts, fc.boolean(), (server, start, isDeployed) => {
      const ask = serverOf(server);
      const found = drive(settle(phone, phone.start(desk, start), { keepsHistory: true, isDeployed }), ({ target }) =>
        ask(target),
      );
      assert.ok(found.rounds.length <= maxRounds);
      for (const [name, current] of found.end.settings.entries()) {
        const steps = [];
        for (let each: typeof current | undefined = current; each; each = each.before) steps.push(each);
        const winner = steps.find(
          ({ how }) => how === "set" || how === "reset" || how === "assigned" || how === "learned" || how === "start",
        );
        assert.equal(current.value, winner?.value, name);
      }
      const text = JSON.stringify(resolveReport(phone, found, [], { show: "set", why: ["GPP_A"] }));
      assert.ok(text.length > 0);
    }),
    { numRuns: 300 },
  );
});

test("work that devices share changes nothing", () => {
  fc.assert(
    fc.property(servers, starts, (server, start) => {
      const ask = serverOf(server);
      // The first device finds nothing known, the others what it left.
      for (const mac of ["00005e005301", "00005e005302", "00005e005301"]) {
        const device = { ...desk, mac };
        const plain = drive(settle(phone, phone.start(device, start), { keepsHistory: true }), ({ target }) =>
          ask(target),
        );
        const shared = drive(settle(phone, phone.start(device, start)), ({ target }) => {
          const given = ask(target);
          if (given.kind === "file") given.file.isShared = !urlOf(target).includes(mac);
          return given;
        });
        assert.equal(shared.outcome, plain.outcome);
        assert.deepEqual(
          shared.rounds.map(({ urls, cause }) => [cause, ...urls]),
          plain.rounds.map(({ urls, cause }) => [cause, ...urls]),
        );
        assert.ok(shared.end.settings.equals(plain.end.settings));
        assert.ok(plain.end.settings.equals(shared.end.settings));
      }
    }),
    { numRuns: 150 },
  );
});

test("no secret is shown, whatever way it takes", () => {
  const secret = "zqJv001Kw8";
  const places = [
    (s: string) => `<Admin_Password>${s}</Admin_Password>`,
    (s: string) => `<GPP_SA>${s}</GPP_SA>`,
    (s: string) => `<Profile_Rule>[--key ${s}] http://pbx/1</Profile_Rule>`,
    (s: string) => `<Profile_Rule>http://pbx/1?password=${s}</Profile_Rule>`,
    (s: string) => `<GPP_A>${s}</GPP_A><Profile_Rule_B>[--key $A] http://pbx/$A.xml</Profile_Rule_B>`,
    (s: string) => `<Profile_Rule_B>(GPP_SB = "${s}"; Admin_Password = "${s}";)! http://pbx/1</Profile_Rule_B>`,
    (s: string) => `<Profile_Rule_B>[--uid u --pwd "${s}"] http://pbx/${s}/x</Profile_Rule_B>`,
    (s: string) => `<Upgrade_Rule>http://pbx/?token=${s}&amp;f=sip88xx.12-0-6MPP0001-65.loads</Upgrade_Rule>`,
    (s: string) => `<My_Own_Password_>${s}</My_Own_Password_>`,
    (s: string) => `<User_ID_1_>1</User_ID_1_><Password_1_>${s}</Password_1_><Password_1_>x</Password_1_>`,
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      file,
      (chosen, isOwn, rest) => {
        const server: Server = {
          "http://pbx/8841-3PCC.xml": rest + chosen.map((place) => place(secret)).join(""),
          "http://pbx/1": chosen.map((place) => place(secret)).join(""),
        };
        const ask = serverOf(server);
        const device = isOwn ? { ...desk, secrets: { SA: secret }, settings: { Admin_Password: secret } } : desk;
        const found = drive(settle(phone, phone.start(device, {}), { keepsHistory: true }), ({ target }) =>
          ask(target),
        );
        const problems = [
          { code: "site/unmapped", message: `http://pbx/${secret}: x`, url: `http://pbx/${secret}` },
        ] as const;
        const known = JSON.stringify(found.end.settings.get("Admin_Password")?.value ?? "").includes(secret);
        const shown = JSON.stringify([
          resolveReport(phone, found, known ? problems : [], { show: "all", why: [] }),
          resolveSummary(phone, found, known ? problems : []),
        ]);
        assert.equal(
          shown.includes(secret),
          false,
          shown.slice(Math.max(0, shown.indexOf(secret) - 200), shown.indexOf(secret) + 40),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test("no path of a URL leads out of the folder", () => {
  const part = words(".. . a %2e%2e %2E. .%2e %2f / // \\ %5c %00 %zz a%20b ... ..%2f..");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const place = placeOf("www", `/${parts.join("/")}`);
      if (place.kind === "file") assert.doesNotMatch(place.path, /(?:^|\/)\.\.(?:\/|$)|\\|\0|^\//);
    }),
    { numRuns: 500 },
  );
});

test("every device is in one part of a list", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (id, of) => {
      const parts = Array.from({ length: of }, (_, i) => isInShard(id, { part: i + 1, of }));
      assert.equal(parts.filter(Boolean).length, 1);
    }),
  );
});
