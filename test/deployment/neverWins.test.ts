import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { NeverWinning, type NeverWins } from "../../server/src/deployment/neverWins";
import { drive, settle } from "../../server/src/deployment/settle";
import { runs } from "../support/runs";
import { desk, phone, type Server, serverOf } from "../support/site";

/** Names and replaced elements of a site for phones with these addresses, as `file: element → places that win`. */
function found(server: Server, macs: readonly string[], more: object = {}): readonly NeverWins[] {
  const ask = serverOf(server);
  const winning = new NeverWinning();
  for (const mac of macs) {
    const settled = drive(settle(phone, phone.start({ ...desk, mac, ...more }, {})), ({ target }) => {
      const given = ask(target);
      if (given.kind === "file") given.file.isShared = !given.file.name.includes(mac);
      return given;
    });
    winning.add(settled, (file) => file);
  }
  return winning.all();
}

function checkNeverWins(server: Server, macs: readonly string[], expected: readonly string[], more: object = {}): void {
  const lines = found(server, macs, more).map(({ file, start, end, winners, isReplacedAlike }) => {
    const text = Object.entries(server).find(([url]) => url.endsWith(`/${file}`))?.[1];
    const element = `<flat-profile>${text as string}</flat-profile>`.slice(start, end);
    const by = winners.map((each) => each.file ?? each.rule).join(" ");
    return `${file}: ${element} → ${by}${isReplacedAlike ? ", alike" : ""}`;
  });
  assert.deepEqual(lines, expected);
}

const first = "http://pbx/8841-3PCC.xml";
const own = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";

test("a setting that every device replaces", () => {
  const server = {
    [first]: `${own}<Proxy_1_>a</Proxy_1_><Proxy_2_>b</Proxy_2_><GPP_C/>`,
    "http://pbx/m1.xml": "<Proxy_1_>x</Proxy_1_>",
    "http://pbx/m2.xml": "<Proxy_1_>x</Proxy_1_><Proxy_2_>c</Proxy_2_>",
  };
  checkNeverWins(server, ["m1", "m2"], []);
  const macs = ["00005e005301", "00005e005302"];
  const named = Object.fromEntries(
    Object.entries(server).map(([url, text]) => [url.replace(/m(?=\d)/, "00005e00530"), text]),
  );
  checkNeverWins(named, macs, ["8841-3PCC.xml: <Proxy_1_>a</Proxy_1_> → 00005e005301.xml 00005e005302.xml, alike"]);
  // With one device alone, the second setting wins too.
  checkNeverWins(named, macs.slice(1), [
    "8841-3PCC.xml: <Proxy_1_>a</Proxy_1_> → 00005e005302.xml, alike",
    "8841-3PCC.xml: <Proxy_2_>b</Proxy_2_> → 00005e005302.xml, alike",
  ]);
});

test("other values, the same value, the same file, a rule", () => {
  const macs = ["00005e005301", "00005e005302"];
  checkNeverWins(
    {
      [first]: `${own}<Proxy_1_>a</Proxy_1_><Proxy_2_>b</Proxy_2_><Proxy_3_>1</Proxy_3_><Proxy_3_>2</Proxy_3_>`,
      "http://pbx/00005e005301.xml": "<Proxy_1_>x</Proxy_1_><Proxy_2_>b</Proxy_2_>",
      "http://pbx/00005e005302.xml": "<Proxy_1_>y</Proxy_1_><Proxy_2_>b</Proxy_2_>",
    },
    macs,
    [
      "8841-3PCC.xml: <Proxy_1_>a</Proxy_1_> → 00005e005301.xml 00005e005302.xml",
      "8841-3PCC.xml: <Proxy_2_>b</Proxy_2_> → 00005e005301.xml 00005e005302.xml, alike",
      "8841-3PCC.xml: <Proxy_3_>1</Proxy_3_> → 8841-3PCC.xml",
    ],
  );
  checkNeverWins(
    {
      [first]: '<Proxy_1_>a</Proxy_1_><Profile_Rule_B>(Proxy_1_ = "x")! http://pbx/b.xml</Profile_Rule_B>',
      "http://pbx/b.xml": "<GPP_B>1</GPP_B>",
    },
    macs,
    ["8841-3PCC.xml: <Proxy_1_>a</Proxy_1_> → Profile_Rule_B"],
  );
});

test("what decides the way, keeps a value or sets access is in use", () => {
  const macs = ["00005e005301"];
  const next = (text: string) => ({
    [first]: text,
    "http://pbx/b.xml":
      "<Proxy_1_ ua='na'>x</Proxy_1_><GPP_A>2</GPP_A><Profile_Rule_B>http://pbx/b.xml?$A</Profile_Rule_B>",
  });
  // The rule and the register lead to the second file, which sets both.
  const server = {
    ...next("<GPP_A>1</GPP_A><Profile_Rule_B>http://pbx/b.xml?$A</Profile_Rule_B>"),
    "http://pbx/b.xml?1": "<GPP_A>2</GPP_A>",
    "http://pbx/b.xml?2": "<GPP_A>2</GPP_A>",
  };
  checkNeverWins(server, macs, []);
  checkNeverWins(
    next("<Profile_Rule_B>http://pbx/b.xml</Profile_Rule_B><Proxy_1_ preserve-value='y'>a</Proxy_1_>"),
    macs,
    [],
  );
  checkNeverWins(next("<Profile_Rule_B>http://pbx/b.xml</Profile_Rule_B><Proxy_1_ ua='rw'>a</Proxy_1_>"), macs, [
    "8841-3PCC.xml: <Proxy_1_ ua='rw'>a</Proxy_1_> → b.xml, alike",
  ]);
  checkNeverWins(
    {
      [first]: `<Proxy_1_ ua="rw">a</Proxy_1_><Profile_Rule_B>http://pbx/c.xml</Profile_Rule_B>`,
      "http://pbx/c.xml": "<Proxy_1_>x</Proxy_1_>",
    },
    macs,
    [],
  );
});

test("nothing is said of files of devices that are undecided", () => {
  const server = {
    [first]:
      "<Proxy_1_>a</Proxy_1_><Profile_Rule_B>http://pbx/b.xml</Profile_Rule_B><Profile_Rule_C>{{rule}}</Profile_Rule_C>",
    "http://pbx/b.xml": "<Proxy_1_>b</Proxy_1_>",
  };
  checkNeverWins(server, ["00005e005301"], []);
});

test("devices that are alike are not looked at again, and it makes no difference", () => {
  const name = fc.constantFrom("Proxy_1_", "Proxy_2_", "User_ID_1_", "Profile_Rule_C", "Resync_Periodic");
  const value = fc.constantFrom("", "1", "2", "http://pbx/c.xml");
  const setting = fc
    .tuple(name, value, fc.constantFrom("", "", ' ua="na"', ' preserve-value="y"'))
    .map(([n, v, more]) => `<${n}${more}>${v}</${n}>`);
  const file = fc.array(setting, { maxLength: 6 }).map((all) => `<flat-profile>${all.join("")}</flat-profile>`);
  const macs = Array.from({ length: 6 }, (_, i) => `00005e00530${i}`);
  const rules = "<flat-profile><Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
  const random = fc.record({ first: file, shared: file, own: fc.array(file, { minLength: 1, maxLength: 3 }) });
  let count = 0;
  fc.assert(
    fc.property(random, ({ first, shared, own }) => {
      const server: Record<string, string> = {
        "http://pbx/8841-3PCC.xml": first.replace("<flat-profile>", rules),
        "http://pbx/c.xml": shared,
      };
      for (const [i, mac] of macs.entries()) server[`http://pbx/${mac}.xml`] = own[i % own.length] ?? "";
      const winning = [new NeverWinning(), new NeverWinning()] as const;
      for (const [i, all] of winning.entries()) {
        const ask = serverOf(server);
        for (const mac of macs) {
          const start = phone.start({ ...desk, mac }, {});
          // With a history devices have nothing in common.
          const settled = drive(settle(phone, start, { keepsHistory: i === 1 }), ({ target }) => {
            const given = ask(target);
            if (given.kind === "file") given.file.isShared = !given.file.name.includes(mac);
            return given;
          });
          all.add(settled, (each) => each);
        }
      }
      const [found, expected] = winning.map((each) =>
        each.all().map(({ winners, ...rest }) => ({ ...rest, winners: winners.map((at) => `${at.file}:${at.start}`) })),
      );
      if (found?.some(({ devices }) => devices === macs.length)) count++;
      assert.deepEqual(found, expected);
    }),
    { numRuns: runs(300) },
  );
  assert.ok(count > runs(30), `${count}`);
});
