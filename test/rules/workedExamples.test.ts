import assert from "node:assert/strict";
import test from "node:test";
import { readRuleUrl } from "../../server/src/rules/ruleUrl";
import { nthWait, readSchedule } from "../../server/src/rules/schedule";

// The worked examples of the specification's sections 5.1 (URLs) and 6.1 (schedules).

const urls: readonly (readonly [url: string, expected: string])[] = [
  ["/000e08012345.cfg", "tftp ? 69 /000e08012345.cfg"],
  ["/cisco/cfg.xml", "tftp ? 69 /cisco/cfg.xml"],
  ["192.168.1.130/profiles/init.cfg", "tftp 192.168.1.130 69 /profiles/init.cfg"],
  ["tftp://prov.call.com/cpe/cisco000e08012345.cfg", "tftp prov.call.com 69 /cpe/cisco000e08012345.cfg"],
  ["http://neptune.speak.net:8080/prov/d/e.cfg", "http neptune.speak.net 8080 /prov/d/e.cfg"],
  ["https://secure.me.com/profile?Linksys", "https secure.me.com 443 /profile?Linksys"],
];

for (const [url, expected] of urls)
  test(`${url} is fetched from the right place`, () => {
    const read = readRuleUrl(url, "profile");
    assert.equal(read && `${read.scheme} ${read.server ?? "?"} ${read.port} ${read.path}`, expected);
  });

test("a URL without a path, and an upgrade without a server, cannot be used", () => {
  assert.equal(readRuleUrl("http://h", "profile"), undefined);
  assert.equal(readRuleUrl("/sip88xx.loads", "upgrade"), undefined);
});

const schedules: readonly (readonly [text: string, waits: readonly (readonly [number, number])[]])[] = [
  [
    "1800,3600,7200,14400",
    [
      [1800, 1800],
      [3600, 3600],
      [7200, 7200],
      [14400, 14400],
      [14400, 14400],
    ],
  ],
  [
    "1800+300,3600+600,7200+900",
    [
      [1800, 2100],
      [3600, 4200],
      [7200, 8100],
      [7200, 8100],
    ],
  ],
  [
    "1800,3600,7200,14400+3600",
    [
      [1800, 1800],
      [3600, 3600],
      [7200, 7200],
      [14400, 18000],
      [14400, 18000],
    ],
  ],
  [
    "2400+30",
    [
      [2400, 2430],
      [2400, 2430],
    ],
  ],
  [
    "600,1200,300",
    [
      [600, 600],
      [1200, 1200],
      [300, 300],
      [300, 300],
    ],
  ],
];

for (const [text, waits] of schedules)
  test(`${text} waits as the guides say`, () => {
    const schedule = readSchedule(text);
    assert.deepEqual(schedule.problems, []);
    for (const [i, [least, most]] of waits.entries()) {
      const wait = nthWait(schedule, i + 1);
      assert.deepEqual(wait && [wait.seconds, wait.seconds + wait.spread], [least, most], `wait ${i + 1}`);
    }
  });

for (const text of ["abc", "10,", "10++5", "+5", "10;20", "-5"])
  test(`${text} is no schedule`, () => {
    assert.notDeepEqual(readSchedule(text).problems, []);
  });
