import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readRuleUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import {
  compareVersions,
  readOwnVersion,
  readVersion,
  type Version,
} from "../../server/src/dialects/cisco-flat-profile/rules/version";

function checkOrder(a: string, b: string, expected: -1 | 0 | 1 | undefined): void {
  const [left, right] = [readVersion(a), readVersion(b)];
  assert.ok(left && right, `${a} ${b}`);
  assert.equal(compareVersions(left, right), expected, `${a} ${b}`);
}

test("versions from the left, the build last", () => {
  checkOrder("sip88xx.11-3-1MPP-110", "sip88xx.11-2-3MPP-256", 1);
  checkOrder("11-3-2MPP0002-256", "11-3-2MPP0001-609", 1);
  checkOrder("11-3-1MPP-697", "11-3-1MSR1-3", -1);
  checkOrder("12-0-5MPP0102-328", "12-0-6MPP0001-65", -1);
  checkOrder("11-10-1MPP-1", "11-9-1MPP-1", 1);
  checkOrder("sip88xx.11-0-0MPP-256", "sip88xx.9-3-1-7MPP-256", 1);
  checkOrder("1.0.31(b)", "1.0.33", -1);
  checkOrder("2.0.3(G)", "2.0.6", -1);
});

test("neither prefix nor file extension count", () => {
  checkOrder("sip88xx.11-3-2MPP0001-598.loads", "sip8845_65.11-3-2MPP0001-598", 0);
});

test("a version without a build means every build", () => {
  checkOrder("11-1-0MPP", "11-1-0MPP-19", 0);
});

test("versions of another shape cannot be compared", () => {
  checkOrder("7.5.5", "11-3-2MPP0001-598", undefined);
  checkOrder("PHONEOS.3-2-1-0104-37", "11-3-2MPP0001-598", undefined);
});

test("what is not a version", () => {
  for (const text of ["", "yes", "11", "11-", "-11-0-0MPP", "1.0.0.0.0", "Provisioned", "11-0-0MPP-7 "])
    assert.equal(readVersion(text), undefined, text);
});

/** `shape prefix parts build suffix`, with `-` for what is absent. */
function checkRead(table: string): void {
  for (const row of table.trim().split("\n")) {
    const [text = "", ...expected] = row.trim().split(/ +/);
    const version = readVersion(text);
    const { shape, prefix, parts = [], build, suffix } = version ?? {};
    const found = version
      ? [shape, prefix ?? "-", parts.join("/"), build ?? "-", suffix === "" ? "empty" : (suffix ?? "-")]
      : ["not"];
    assert.equal(found.join(" "), expected.join(" "), text);
  }
}

test("each part of a version", () => {
  checkRead(`
    sip88xx.11-3-2MPP0001-609         mpp sip88xx 11/3/2MPP0001 609 -
    sip8845_65.12-0-1MPP-5.loads      mpp sip8845_65 12/0/1MPP 5 -
    11-1-0MPP-19.img                  mpp - 11/1/0MPP 19 -
    a-b_1.9-3-1-7MPP                  mpp a-b_1 9/3/1/7MPP - -
    1234-5678MPP-123456               mpp - 1234/5678MPP 123456 -
    12345-0MPP-1                      not
    1-12345MPP                        not
    1-0MPP-1234567                    not
    1-0MPP.zip                        not
    1x.1-0MPP                         not
    x.y.1-0MPP                        not
    1-0MPP-                           not
    1--0MPP                           not
    1MPP                              not
    7.5                               dotted - 7/5 - -
    7.5.5                             dotted - 7/5/5 - -
    7.5.5.1                           dotted - 7/5/5/1 - -
    7.5.5b                            dotted - 7/5/5 - b
    7.5.5(b)                          dotted - 7/5/5 - b
    7.5.5()                           dotted - 7/5/5 - empty
    7.5.5c(0412S)                     dotted - 7/5/5 - 0412S
    7.5.5B                            not
    7.5.5(b                           not
    7.5.5(b)x                         not
    7.5.5(b-1)                        not
    1234.1234.1234.1234               dotted - 1234/1234/1234/1234 - -
    12345.1                           not
    1.12345                           not
    1.1.12345                         not
    1.1.1.12345                       not
    7                                 not
    7.                                not
    PHONEOS.3-2-1-0104-37             phoneos PHONEOS 3/2/1/0104 37 -
    PHONEOS-98.3-2-1.loads            phoneos PHONEOS-98 3/2/1 - -
    phoneos.3-2-1-0104                phoneos phoneos 3/2/1/0104 - -
    PHONEOS.3-2                       not
    PHONEOS.3-2-1-0104-1234567        not
    XPHONEOS.3-2-1                    not
    PHONEOS.3-2-1.img                 not
  `);
});

test("versions one part apart", () => {
  checkOrder("7.5", "7.5.0", -1);
  checkOrder("7.5.5", "7.5.5a", -1);
  checkOrder("7.5.5(b2)", "7.5.5(a3)", 1);
  checkOrder("7.5.5(10)", "7.5.5(9)", 1);
  checkOrder("7.5.5(9a)", "7.5.5(9b)", -1);
  checkOrder("7.5.5(B)", "7.5.5(a)", -1);
  checkOrder("PHONEOS.3-2-1-0104", "PHONEOS.3-2-1-0104-37", 0);
  checkOrder("PHONEOS.3-2-1", "PHONEOS.3-2-1-0104", -1);
  checkOrder("PHONEOS.3-2-1-0104-37", "PHONEOS.3-2-1-0104-38", -1);
  checkOrder("PHONEOS.3-2-1", "7.5.5", undefined);
  checkOrder("11-0MPP-1", "11-0-0MPP-1", 1);
  checkOrder("11-0-1MPP-1", "11-0-1MSR-1", -1);
});

const load = fc
  .tuple(fc.nat(15), fc.nat(4), fc.nat(9), fc.constantFrom("MPP", "MSR1", "MPP0001", "MPP0102"), fc.nat(999))
  .map(([major, minor, micro, letters, build]) => `${major}-${minor}-${micro}${letters}-${build}`);

test("the order of versions is one", () => {
  const read = (text: string) => readVersion(text) as Version;
  fc.assert(
    fc.property(load, load, load, (a, b, c) => {
      const order = (x: string, y: string) => compareVersions(read(x), read(y)) ?? Number.NaN;
      assert.equal(order(a, b), 0 - order(b, a));
      assert.equal(order(a, a), 0);
      if (order(a, b) <= 0 && order(b, c) <= 0) assert.ok(order(a, c) <= 0);
    }),
  );
});

test("URLs of rules", () => {
  assert.deepEqual(readRuleUrl("192.0.2.1/init.cfg", "profile"), {
    scheme: "tftp",
    server: "192.0.2.1",
    port: 69,
    path: "/init.cfg",
  });
  assert.equal(readRuleUrl("HTTPS://h/c?x", "profile")?.port, 443);
  assert.equal(readRuleUrl("/a.cfg", "profile")?.server, undefined);
  for (const text of ["http://h", "", "h", "ftp://h/a", "http://h:70000/a", "http://h:/a", "http://:80/a"])
    assert.equal(readRuleUrl(text, "profile"), undefined, text);
  // Scheme and host are each optional.
  assert.deepEqual(readRuleUrl("http:///a", "profile"), { scheme: "http", server: undefined, port: 80, path: "/a" });
  for (const text of ["/a.loads", "http:///a.loads"]) assert.equal(readRuleUrl(text, "upgrade"), undefined);
});

test("dotted versions are those of SPA phones and the 8831", () => {
  for (const text of ["7.5.5", "1.0.31(b)", "9.3.3", "2.0.3(0412s)"]) {
    assert.ok(readOwnVersion(text), text);
    assert.ok(readOwnVersion(text, "SPA"), text);
    assert.equal(readOwnVersion(text, "MPP"), undefined, text);
  }
  for (const text of ["11.0.0", "12.0.4", "10.1"]) assert.equal(readOwnVersion(text), undefined, text);
  for (const text of ["9.9", "9.3.3"]) assert.ok(readOwnVersion(text, "8831"), text);
  assert.equal(readOwnVersion("7.5.5", "ATA"), undefined);
  assert.equal(readOwnVersion("10.0", "SPA"), undefined);
  assert.ok(readOwnVersion("11-0-0MPP-7", "MPP"));
  assert.ok(readOwnVersion("PHONEOS.3-2-1", "MPP"));
});
