import assert from "node:assert/strict";
import test from "node:test";
import { fileIn, isFirmware, loadVersion } from "../../server/src/dialects/cisco-flat-profile/rules/firmwareLoad";
import { catalogue } from "../support/catalogue";

function checkRunning(file: string, expected: string | undefined): void {
  assert.equal(loadVersion(file)?.running, expected, file);
}

test("the version that runs is read from the name of a load", () => {
  checkRunning("sip78xx.12-0-3MPP0001-87.loads", "sip78xx.12-0-3MPP0001-87");
  checkRunning("sip88xx.11-3-7MPP0401-5-copy.loads", "sip88xx.11-3-7MPP0401-5");
  checkRunning("sip88xx.12-0-3MPP0001-87b-xy.loads", "sip88xx.12-0-3MPP0001-87");
  checkRunning("PHONEOS.3-2-1-0104-37.loads", "PHONEOS.3-2-1-0104-37");
  checkRunning("PHONEOS-8875.3-12-10-0104-37_test.loads", "PHONEOS-8875.3-12-10-0104-37");
  checkRunning("phoneos.3-2-1.loads", "phoneos.3-2-1");
});

test("older loads have their version after the name of the product", () => {
  checkRunning("spa50x-30x-7-5-2b.bin", "7.5.2b");
  checkRunning("spa942-6-1-5(a).bin", "6.1.5(a)");
  checkRunning("spa962-6-1-5a-copy.bin", "6.1.5a");
  checkRunning("pap2t-3-1-15-LS.bin", "3.1.15");
});

test("names without a version have none", () => {
  for (const file of ["", "firmware.loads", "latest.bin", "readme.txt", "spa942.bin"]) checkRunning(file, undefined);
});

test("the file of an address", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["http://h/fw/a.loads?x=/b#c", "a.loads"],
    ["http://h/fw/a.loads#/c?d", "a.loads"],
    ["\\fw\\a.loads", "a.loads"],
    ["a.loads", "a.loads"],
    ["http://h/", ""],
  ];
  for (const [address, file] of cases) assert.equal(fileIn(address), file, address);
});

test("what can only be firmware", () => {
  const firmware = ["x.loads", "x.img", "x.bin.sgn", "X.LOADS", "spa942-6-1-5.bin", "spa50x-30x-7-5-2b.zip"];
  const other = [
    "x.loads.txt",
    "x.bin",
    "spa942.bin",
    "spa942-6-1-5.cfg",
    "spa942-config.bin",
    "xspa942-6-1-5.bin",
    "",
  ];
  for (const file of firmware) assert.ok(isFirmware(file, catalogue), file);
  for (const file of other) assert.ok(!isFirmware(file, catalogue), file);
});
