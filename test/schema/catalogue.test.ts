import assert from "node:assert/strict";
import test from "node:test";
import packed from "packed:cisco-flat-profile";
import list from "packed:cisco-flat-profile.list";
import { Catalogue } from "../../server/src/schema/catalogue";
import { catalogue } from "../support/catalogue";

function checkFound(name: string, pattern: string, indexes: readonly number[], at = ""): void {
  const found = catalogue.find(name, at);
  assert.equal(found?.parameter.name, pattern, name);
  assert.deepEqual(found?.indexes, indexes, name);
  assert.ok(catalogue.has(name, at));
}

test("finds elements by the name as written", () => {
  checkFound("Resync_Periodic", "Resync_Periodic", []);
  checkFound("Dial_Plan_1_", "Dial_Plan_{ext}_", [1]);
  checkFound("G722.2_Codec_Name", "G722.2_Codec_Name", []);
  checkFound("Unit_1_Key_2_", "Unit_{unit}_Key_{key}_", [1, 2]);
  checkFound("Unit_1_Key_2", "Unit_{unit}_Key_{key}", [1, 2]);
  checkFound("Speed_Dial_2_Name", "Speed_Dial_{n}_Name", [2]);
  checkFound("GPP_C", "GPP_{letter}", [3]);
  checkFound("GPP_SD", "GPP_S{letter}", [4]);
  checkFound("Line_1_Fallback_DP_2_", "Line_1_Fallback_DP_{line}_", [2]);
});

test("finds elements of nested sections by their path", () => {
  checkFound("TRAP_Port", "TRAP_Port", [], "router-configuration/SNMP");
  assert.equal(catalogue.find("TRAP_Port"), undefined);
  assert.equal(catalogue.find("Time_Zone", "router-configuration/Time_Setup")?.parameter.type, "AtaTimeZone");
  assert.equal(catalogue.find("Time_Zone")?.parameter.type, "TimeZone");
  assert.ok(catalogue.hasSection("router-configuration"));
  assert.ok(catalogue.hasSection("router-configuration/Software_DMZ/Rule2"));
  assert.ok(!catalogue.hasSection("") && !catalogue.hasSection("router-configuration/Dial_Plan"));
});

test("does not find what no device has", () => {
  for (const name of [
    "Dial_Plan_",
    "Dial_Plan_1",
    "Dial_Plan_01_",
    "Dial_Plan_99_",
    "GPP_Q",
    "gpp_a",
    "",
    "0",
    "__proto__",
    "constructor",
    "Dial_Plan_{ext}_",
  ])
    assert.equal(catalogue.find(name), undefined, name);
  assert.equal(catalogue.findPattern("Dial_Plan_99_")?.parameter.name, "Dial_Plan_{ext}_");
  assert.equal(catalogue.find("Dial_Plan_1_", "__proto__"), undefined);
});

test("names that no device has do not put out what is known of others", () => {
  const fresh = Catalogue.load(packed, () => list);
  const known = fresh.find("Proxy_2_");
  assert.ok(known);
  for (let i = 0; i < 50_000; i++) assert.equal(fresh.find(`Invented_${i}`, i % 2 ? "" : `a/${i}`), undefined);
  assert.equal(fresh.find("Proxy_2_"), known);
});

test("every parameter is found under each of its own names", () => {
  for (const name of catalogue.concreteNames({})) assert.ok(catalogue.has(name), name);
  const all = [...catalogue.parameters()];
  assert.ok(all.length >= 1669);
  for (const parameter of all.filter((p) => p.path !== "" && !p.name.includes("{")))
    assert.equal(catalogue.find(parameter.name, parameter.path)?.parameter, parameter);
});

test("a family's names are those it has", () => {
  const names = new Set(catalogue.concreteNames({ family: "mpp68xx" }));
  assert.ok(names.has("Line_Enable_4_") && !names.has("Line_Enable_13_") && !names.has("Accept_Last_Act_Code"));
  assert.ok(catalogue.concreteNames({ family: "nonsense" }).length === catalogue.concreteNames({}).length);
});

test("parameters are read when one is looked up, once, and each is unpacked when it is asked for", () => {
  let count = 0;
  const loaded = Catalogue.load(packed, () => {
    count++;
    return list;
  });
  assert.ok(loaded.family("mpp88xx") && loaded.types.size > 0 && loaded.names.inventory);
  assert.equal(count, 0);
  const { head } = loaded.find("Admin_Passwd") ?? assert.fail();
  const other = loaded.find("Resync_Periodic")?.head ?? assert.fail();
  assert.deepEqual([head.name, head.secret, other.secret, count], ["Admin_Passwd", true, false, 1]);
  for (const { name, path } of catalogue.parameters()) loaded.pattern(name, path);
  assert.equal(count, 1);
});

test("what is known before a parameter is unpacked is what it says then", () => {
  const loaded = Catalogue.load(packed, () => list);
  for (const { name, path } of catalogue.parameters()) {
    const found = loaded.find(name.replaceAll("{letter}", "A").replace(/\{\w+\}/g, "1"), path);
    if (!found) continue; // its numbers begin elsewhere
    const { families, products, since, sinceByFamily, indexByFamily, secret } = found.head;
    const { parameter } = found;
    assert.deepEqual(
      { families, products, since, sinceByFamily, indexByFamily, secret },
      {
        families: parameter.families,
        products: parameter.products,
        since: parameter.since,
        sinceByFamily: parameter.sinceByFamily,
        indexByFamily: parameter.indexByFamily,
        secret: parameter.secret === true,
      },
      name,
    );
  }
});

test("packs small", () => assert.ok(packed.length + list.length < 300_000, `${packed.length} ${list.length}`));
