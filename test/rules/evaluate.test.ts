import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { completeDevice, type Device, macroValues } from "../../server/src/rules/device";
import { fetchedUrl, type ProfileValues, runDevice, stepsOf } from "../../server/src/rules/deviceRun";
import { asSource } from "../../server/src/rules/evaluate";
import { expandMacros } from "../../server/src/rules/macro";
import { ruleStories } from "../../server/src/rules/ruleStory";
import { exactShowing, maskedShowing } from "../../server/src/rules/secretsShown";
import { compareVersions, readVersion } from "../../server/src/rules/version";
import type { MappedText } from "../../server/src/text/mappedText";
import { catalogue } from "../support/catalogue";

const phone: Device = completeDevice(
  {
    id: "desk",
    model: "8841",
    mac: "00:0E:08:01:23:45",
    serial: "FCH00000001",
    firmware: "sip88xx.11-3-2MPP0001-609",
    hardware: "2.0.1",
    ip: "192.0.2.17",
  },
  catalogue,
);

function profile(settings: Readonly<Record<string, string>>): ProfileValues {
  const texts = new Map<string, MappedText>();
  let at = 0;
  for (const [name, text] of Object.entries(settings)) {
    texts.set(name, asSource(text, at));
    at += text.length + 10;
  }
  return (name) => texts.get(name);
}

/** What the phone fetches by its rules, in order. */
function checkFetches(
  settings: Readonly<Record<string, string>>,
  device: Partial<Device>,
  urls: readonly (string | undefined)[],
): void {
  const run = runDevice({ ...phone, ...device }, profile(settings));
  const got = [...run.profileRules, ...(run.upgradeRule ? [run.upgradeRule] : [])].map(fetchedUrl);
  assert.deepEqual(got, urls, JSON.stringify(settings));
}

function checkExpansion(text: string, expected: string, settings: Readonly<Record<string, string>> = {}): void {
  const values = macroValues(phone, (name) => settings[name]);
  assert.equal(expandMacros(asSource(text), values).text, expected, text);
}

test("expands the examples of specification section 3.4", () => {
  checkExpansion("$(MAU)config.cfg", "000E08012345config.cfg");
  checkExpansion("$STRANGE$MAU.cfg", "$STRANGE000E08012345.cfg");
  checkExpansion("$$MAU", "$MAU");
  checkExpansion("$A$B", "ABC123", { GPP_A: "ABC", GPP_B: "123" });
  checkExpansion("$(A:2) $(A:2:3)", "CDEF CDE", { GPP_A: "ABCDEF" });
  checkExpansion("$(MAU:4) $(MAU:8:2)", "08012345 23");
  checkExpansion("tftp://prov.example.com/cisco/$B/$MA.cfg", "tftp://prov.example.com/cisco/Dj6Lmp/000e08012345.cfg", {
    GPP_B: "Dj6Lmp",
  });
  checkExpansion("[--uid $SA --pwd $SB] https://h/c.xml", "[--uid MyUser --pwd MyWord] https://h/c.xml", {
    GPP_SA: "MyUser",
    GPP_SB: "MyWord",
  });
  checkExpansion("http://h/$SA.cfg", "http://h/$SA.cfg", { GPP_SA: "MyUser" });
  checkExpansion("$A", "$MA", { GPP_A: "$MA" });
  checkExpansion("$$$MAU", "$000E08012345");
  checkExpansion("$C.cfg", ".cfg");
  checkExpansion("/$PSN.xml $PN $MAC", "/8841-3PCC.xml CP-8841-3PCC 00:0e:08:01:23:45");
});

test("compares the versions of specification section 4.4", () => {
  const table: readonly (readonly [string, string, number])[] = [
    ["sip88xx.11-3-1MPP-110", "sip88xx.11-2-3MPP-256", 1],
    ["sip88xx.11-3-2MPP0002-256", "sip88xx.11-3-2MPP0001-609", 1],
    ["sip88xx.11-0-0MPP-256", "sip88xx.9-3-1-7MPP-256", 1],
    ["sip88xx.11-3-2MPP0001-598", "sip8845_65.11-3-2MPP0001-598", 0],
    ["11-3-1MPP-697", "11-3-1MSR1-3", -1],
    ["12-0-5MPP0102-328", "12-0-6MPP0001-65", -1],
    ["11-10-1MPP-1", "11-9-1MPP-1", 1],
    ["1.0.31(b)", "1.0.33", -1],
    ["1.0.33", "2.0.3(G)", -1],
    ["2.0.3(G)", "2.0.6", -1],
  ];
  for (const [a, b, order] of table) {
    const [left, right] = [readVersion(a), readVersion(b)];
    assert.ok(left && right, `${a} ${b}`);
    assert.equal(compareVersions(left, right), order, `${a} ${b}`);
    assert.equal(compareVersions(right, left), order === 0 ? 0 : -order, `${b} ${a}`);
  }
});

test("takes the alternatives of specification section 4.6", () => {
  checkFetches({ Profile_Rule: "http://remote.example.com/cisco/$MA.cfg" }, {}, [
    "http://remote.example.com/cisco/000e08012345.cfg",
  ]);
  const posted = "($PRVTMR ge 600)? http://p.example.com/has-reg.cfg | [--post a] http://p.example.com/lost-reg?";
  checkFetches({ Profile_Rule: posted }, { provisioning: { seconds: 600 } }, ["http://p.example.com/has-reg.cfg"]);
  checkFetches({ Profile_Rule: posted }, { provisioning: { seconds: 599 } }, ["http://p.example.com/lost-reg?"]);
  checkFetches(
    {
      Profile_Rule: '("$CCERT" eq "Installed")? https://p.example.com/config? | https://p.example.com/config?cisco$MAU',
    },
    { certificate: false },
    ["https://p.example.com/config?cisco000E08012345"],
  );
  const mobile =
    '("$EMS" eq "mobile" and "$MUID" ne "" and "$MPWD" ne "")?[--uid $MUID$PDOM --pwd $MPWD] http://h/em|http://h/plain';
  checkFetches({ Profile_Rule: mobile }, {}, ["http://h/plain"]);
  checkFetches({ Profile_Rule: mobile }, { mobility: { state: "mobile", user: "u", password: "words" } }, [
    "http://h/em",
  ]);
  checkFetches({ Profile_Rule: "# http://192.0.2.200/sample.cfg" }, {}, [undefined]);
  checkFetches({ Profile_Rule: "(1 eq 2)? http://h/a | (1 eq 3)? http://h/b" }, {}, [undefined]);
  checkFetches({ Profile_Rule: "($SWVER ne sip88xx.11-3-2MPP0001-609)? http://h/a" }, {}, [undefined]);
  checkFetches(
    {
      Upgrade_Rule:
        "($SWVER ge sip78xx.11-0-0MPP-7)? HTTP://S/sip78xx.11-2-1MES-3.loads| HTTP://S/sip78xx.11-0-0MPP-7.loads",
    },
    { firmware: "sip78xx.10-4-1MPP-1" },
    ["http://S/sip78xx.11-0-0MPP-7.loads"],
  );
});

test("decides triggers of specification section 4.6", () => {
  const outcome = (text: string, device: Partial<Device>) =>
    runDevice({ ...phone, ...device }, profile({ Resync_Trigger_1: text })).triggers[0]?.trace.alternatives[0]
      ?.condition?.outcome;
  const timers = "$UPGTMR gt 300 and $PRVTMR ge 600";
  assert.equal(outcome(timers, { upgrade: { seconds: 301 }, provisioning: { seconds: 600 } }), "true");
  assert.equal(outcome(timers, { upgrade: { seconds: 300 }, provisioning: { seconds: 600 } }), "false");
  assert.equal(outcome('$SWVER ge 2.0.6 and "$CCERT" eq "Installed"', { firmware: "2.0.10" }), "true");
  assert.equal(outcome("! 1.0.33", { firmware: "1.0.33" }), "false");
  assert.equal(outcome('"a" lt "b"', {}), "error");
});

test("lets assignments hold for later rules and not for their own", () => {
  checkFetches(
    {
      Profile_Rule: '("$A" ne "done")? (a = "done"; User_ID_1_ = "u$B";)! http://h/$A-init | http://h/again',
      Profile_Rule_B: "http://h/$A/$UID1",
      GPP_B: "7",
    },
    {},
    ["http://h/-init", "http://h/done/u7"],
  );
  checkFetches({ Profile_Rule: '(Profile_Rule_B = "http://h/$MA";)!', Profile_Rule_B: "http://h/old" }, {}, [
    undefined,
    "http://h/000e08012345",
  ]);
});

test("asks DHCP for a server where the rule has none", () => {
  checkFetches({ Profile_Rule: "/$PSN.xml" }, {}, ["tftp://?/8841-3PCC.xml"]);
  checkFetches({ Profile_Rule: "/$PSN.xml" }, { dhcp: { "66": "prov.example.com", "160": "https://x.example.com" } }, [
    "tftp://prov.example.com/8841-3PCC.xml",
  ]);
  checkFetches(
    { Profile_Rule: "/a.xml", DHCP_Option_To_Use: "160,66" },
    { dhcp: { "66": "prov.example.com", "160": "https://x.example.com:8443" } },
    ["https://x.example.com:8443/a.xml"],
  );
  checkFetches({ Upgrade_Rule: "/sip88xx.12-0-1MPP0001-245.loads" }, { dhcp: { "66": "prov.example.com" } }, [
    "/sip88xx.12-0-1MPP0001-245.loads",
  ]);
});

test("tells each operand as typed, as expanded and as understood", () => {
  const rule = '("$A" eq "x" and $SWVER ge 12-0-1MPP and 1 eq 1)? http://h/$MA';
  const run = runDevice(phone, profile({ Profile_Rule: rule, GPP_A: "x" }));
  const [story] = ruleStories(run, exactShowing);
  const [alternative] = story?.alternatives ?? [];
  assert.equal(alternative?.fate, "condition false");
  assert.deepEqual(
    alternative?.comparisons.map(({ left, operator, right, outcome }) => [
      left.typed,
      left.expanded,
      left.understood,
      operator,
      right.typed,
      outcome,
    ]),
    [
      ['"$A"', '"x"', "string", "eq", '"x"', "true"],
      ["$SWVER", "sip88xx.11-3-2MPP0001-609", "version", "ge", "12-0-1MPP", "false"],
    ],
  );
  assert.deepEqual(alternative?.skipped, ["1 eq 1"]);
  assert.equal(alternative?.typedUrl, "http://h/$MA");
});

const canary = "cAnArY-4711";

function checkMasked(settings: Readonly<Record<string, string>>, device: Partial<Device> = {}): void {
  const run = runDevice({ ...phone, secrets: { SA: canary, SB: `${canary}]|"` }, ...device }, profile(settings));
  const stories = JSON.stringify(ruleStories(run, maskedShowing(run)));
  assert.ok(!stories.includes(canary), stories);
  assert.ok(!stories.includes(canary.slice(2, 9)), stories);
}

test("hides secrets wherever they stand", () => {
  checkMasked({ Profile_Rule: "[--key $SA --pwd $SB] https://h/a" });
  checkMasked({ Profile_Rule: `[--key ${canary}] https://h/a` });
  checkMasked({
    Profile_Rule: `[--key${canary}] https://h/a`,
    Upgrade_Rule: `(1 eq 1)? [--pwd "${canary}"] http://h/x`,
  });
  checkMasked({ Profile_Rule: `(Admin_Passwd = "${canary}"; GPP_SC = "${canary}";)! https://h/a` });
  checkMasked({ Profile_Rule: "[--key $B] https://h/$B", GPP_B: canary });
  checkMasked({ Profile_Rule: "https://user:cAnArY-4711@h/a" });
  checkMasked({ Profile_Rule: `[--pwd $MPWD] http://h/a` }, { mobility: { password: canary } });
  checkMasked({ Profile_Rule: "[--key $(SA:2:5)] http://h/[$(SA:2:7)" });
  checkMasked({ Profile_Rule: '(b = "[$SA]";)! http://h/', Profile_Rule_B: "http://h/$B" });
  const run = runDevice({ ...phone, secrets: { SA: canary } }, profile({ Profile_Rule: "[--key $SA] https://h/a" }));
  assert.ok(JSON.stringify(ruleStories(run, exactShowing)).includes(canary));
  assert.equal(ruleStories(run, maskedShowing(run))[0]?.typed, "[--key $SA] https://h/a");
});

const words = fc.constantFrom(
  ...'( ) ? ! [ ] | " ; = $ $$ $A $B $(B:1:2) $SA $(SA:2) $SWVER $MA $MPWD $UID1 --key --pwd --uid and eq ne lt ge 1 -1 11-3-2MPP0001-609 7.5.5 http://h/a /x.cfg a Profile_Rule_B Admin_Passwd # user:'.split(
    " ",
  ),
  canary,
);
const anyRule = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(parts.length % 2 ? "" : " "));

test("ends without an error for any rules, with every span inside what was typed", () => {
  fc.assert(
    fc.property(fc.tuple(anyRule, anyRule, anyRule, anyRule), anyRule, ([a, b, trigger, upgrade], gpp) => {
      const settings = {
        Profile_Rule: a,
        Profile_Rule_B: b,
        Resync_Trigger_1: trigger,
        Upgrade_Rule: upgrade,
        GPP_A: gpp,
      };
      const read = profile(settings);
      const run = runDevice({ ...phone, secrets: { SA: canary }, mobility: { password: canary } }, read);
      assert.ok(stepsOf(run).length >= 4);
      const whole = Object.keys(settings).flatMap((name) => read(name)?.source ?? []);
      const inside = (span: { start: number; end: number }) =>
        span.start <= span.end && whole.some(({ start, end }) => start <= span.start && span.end <= end);
      for (const story of ruleStories(run, exactShowing)) {
        assert.ok(inside(story.span));
        for (const alternative of story.alternatives) {
          assert.ok(inside(alternative.span) && inside(alternative.urlSpan), JSON.stringify(alternative));
          for (const { span, left, right } of alternative.comparisons)
            assert.ok(inside(span) && inside(left.span) && inside(right.span));
          for (const { span } of [...alternative.options, ...alternative.assignments]) assert.ok(inside(span));
        }
        for (const { span } of story.problems) assert.ok(inside(span), JSON.stringify(story.problems));
      }
    }),
    { numRuns: 400 },
  );
});

test("never shows a secret of the device, whatever the rules", () => {
  const safe = anyRule.map((rule) => rule.replaceAll(canary, "x"));
  fc.assert(
    fc.property(safe, safe, safe, (a, b, gpp) => {
      const run = runDevice(
        { ...phone, secrets: { SA: canary }, mobility: { password: canary } },
        profile({ Profile_Rule: a, Profile_Rule_B: b, GPP_A: gpp }),
      );
      const shown = JSON.stringify(ruleStories(run, maskedShowing(run)));
      assert.ok(!shown.includes(canary) && !shown.includes(canary.slice(3)), shown);
    }),
    { numRuns: 400 },
  );
});
