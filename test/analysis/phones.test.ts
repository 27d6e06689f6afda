import assert from "node:assert/strict";
import test from "node:test";
import { DialectServices } from "../../server/src/analysis/dialectServices";
import { phoneFor, readDump, serviceOfPhone } from "../../server/src/analysis/phones";
import type { Device } from "../../server/src/devices/device";
import type { Dialect } from "../../server/src/dialects/dialect";
import { pools } from "../support/problems";
import { phone } from "../support/site";
import { toySettings } from "../support/toy/index";

// Which system's phone fetches the files of a device; the toy has one here, so that there are two at least.

const cisco = "cisco-flat-profile";
const toyWithPhone: Dialect = { ...toySettings, phone: () => ({ ...phone }) };
const dialects = pools.dialects.map((dialect) => (dialect === toySettings ? toyWithPhone : dialect));
const services = new DialectServices(dialects, pools.packedFile, pools.log, 2026);

function checkPhone(device: Partial<Device>, expected: string | RegExp, otherwise?: string): void {
  const found = phoneFor({ id: "d1", ...device }, services, otherwise);
  if (typeof expected === "string") {
    assert.ok(typeof found !== "string", String(found));
    assert.equal(serviceOfPhone(found).dialect.id, expected);
  } else assert.match(String(found), expected);
}

test("the dialect of a device is what it says, what its model means, what was chosen, or what its settings are of", () => {
  checkPhone({ model: "8841" }, cisco);
  checkPhone({ family: "acmew" }, toySettings.id);
  checkPhone({ firmware: "sip88xx.12-0-5MPP0102-328" }, cisco);
  checkPhone({ dialect: toySettings.id, model: "8841" }, toySettings.id);
  checkPhone({ model: "8841" }, cisco, toySettings.id);
  checkPhone({ mac: "00005e005301" }, toySettings.id, toySettings.id);
  checkPhone({ settings: { POLLHOUR: "3" } }, toySettings.id);
  checkPhone({ settings: { GPP_A: "3" } }, cisco);
});

test("where nothing decides, the answer is what to add", () => {
  const ask =
    /^d1: It is not known which system the device is of\. Add its model, family or dialect .*--dialect.*toy-settings\.$/;
  checkPhone({ mac: "00005e005301" }, ask);
  checkPhone({ settings: { GPP_A: "3", POLLHOUR: "3" } }, ask);
  checkPhone({ dialect: "none-such", model: "8841" }, ask);
  const alone = phoneFor({ id: "d1", mac: "00005e005301" }, pools);
  const able = pools.dialects.filter((dialect) => dialect.phone);
  assert.equal(typeof alone === "string", able.length !== 1);
});

test("a dump says its dialect itself", () => {
  const dump = '<flat-profile><Product_Name ua="na">CP-8841-3PCC</Product_Name></flat-profile>';
  assert.equal(readDump(dump, pools)?.dialect.id, cisco);
  assert.equal(readDump("SET LANGUAGE german\n", pools), undefined);
});
