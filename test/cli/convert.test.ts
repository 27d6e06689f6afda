import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const settings = `## site 12
SET DSTSTART 2SunMar2L
SET DSTSTOP 1SunNov2L
SET DSTOFFSET 1
SET DSCPAUD 40
SET DSCPAUD 46
SET FORCE_SIP_PASSWORD 27238
SET L2QVLAN {{ vlan }}
SET L2Q 1
`;

test("convert drafts a file of another system and says what is left out", () =>
  withSite({ "46xxsettings.txt": settings, "other.txt": "a b\n" }, async (site) => {
    const run = await site.run(["convert", "46xxsettings.txt", "--to", "cisco-flat-profile"]);
    assert.equal(run.code, 0);
    assert.match(run.out, /<Daylight_Saving_Time_Rule>start=3\/8\/7\/2:0:0;end=11\/1\/7\/2:0:0;save=1</);
    assert.match(run.out, /<RTP_TOS_DiffServ_Value_1_>0xb8</);
    assert.doesNotMatch(run.out + run.err, /27238|VLAN_ID/);
    assert.match(run.err, /^FORCE_SIP_PASSWORD: Passwords/m);
    assert.match(run.err, /^L2Q: /m);
    const json = await site.run(["convert", "46xxsettings.txt", "--to", "cisco-flat-profile", "--json"]);
    assert.equal(JSON.parse(json.out).settings.length, 3);
    const back = await site.run(["convert", "-", "--to", "avaya"], run.out);
    assert.match(back.out, /^SET DSTSTART 2SunMar2L$/m);
    const unknown = await site.run(["convert", "other.txt", "--to", "avaya"]);
    assert.equal(unknown.code, 2);
  }));

test("convert takes settings in place of a file", () =>
  withSite({}, async (site) => {
    const args = ["convert", "--from", "avaya", "--to", "cisco-flat-profile"];
    const run = await site.run([...args, "--setting", "DSTSTART=5SunMar2L"]);
    assert.deepEqual([run.code, run.out], [1, ""]);
    assert.match(run.err, /Use LSunMar2L\./);
    for (const wrong of [args, [...args, "--setting", "DSCPAUD"], ["convert", "--to", "avaya", "--setting", "A=1"]])
      assert.equal((await site.run(wrong)).code, 2, wrong.join(" "));
  }));

test("option reads and writes DHCP options", () =>
  withSite({ "46xxsettings.txt": "SET HTTPSRVR 10.1.1.9\nSET L2QVLAN 120\nSET DSCPAUD 46\n" }, async (site) => {
    const run = await site.run(["option", "242", "HTTPSRVR=10.1.1.9,L2QVLAN=120,VLANTEST=0"]);
    assert.deepEqual([run.code, run.out], [1, "SET HTTPSRVR 10.1.1.9\nSET L2QVLAN 120\nSET VLANTEST 0\n"]);
    assert.match(run.err, /^warning: .*\[safety\/no-vlan-fallback\]$/m);
    const sound = await site.run(["option", "242", "L2QVLAN=120"]);
    assert.deepEqual([sound.code, sound.err], [0, ""]);
    const hex = await site.run(["option", "43", "--encode", "46xxsettings.txt"]);
    assert.deepEqual([hex.code, hex.out], [1, "010400001ae9020831302e312e312e390a03313230\n"]);
    assert.match(hex.err, /^DSCPAUD: /);
    const back = await site.run(["option", "43", hex.out.trim()]);
    assert.deepEqual([back.code, back.out], [0, "SET HTTPSRVR 10.1.1.9\nSET L2QVLAN 120\n"]);
    assert.equal((await site.run(["option", "66", "a"])).code, 2);
    assert.equal((await site.run(["option", "242"])).code, 2);
  }));

test("convert leaves out what the other system does not take", () =>
  withSite({}, async (site) => {
    const args = ["convert", "--from", "cisco-flat-profile", "--to", "avaya"];
    const run = await site.run([...args, "--setting", "VLAN_ID=4095", "--setting", "Register_Expires_1_=20"]);
    assert.deepEqual([run.code, run.out], [1, ""]);
    assert.match(run.err, /^L2QVLAN: `4095` is too high\. Use 0 to 4094\./m);
    assert.match(run.err, /^REGISTERWAIT: `20` is too low\. Use 30 to 86400\./m);
    const near = await site.run([...args, "--setting", "VLAN_ID=4094", "--setting", "Register_Expires_1_=30"]);
    assert.equal(near.out, "SET L2QVLAN 4094\nSET REGISTERWAIT 30\n");
  }));

test("convert writes the tones of a country for systems that have tones", () =>
  withSite({}, async (site) => {
    const cpt = await site.run(["convert", "--tones", "de", "--to", "audiocodes"]);
    assert.match(cpt.out, /^\[NUMBER OF CALL PROGRESS TONES\]\nNumber of Call Progress Tones = 3\n/);
    const cisco = await site.run(["convert", "--tones", "DE", "--to", "cisco-flat-profile", "--json"]);
    assert.deepEqual(JSON.parse(cisco.out).settings, [
      { name: "Dial_Tone", value: "425@-16;10(*/0/1)" },
      { name: "Busy_Tone", value: "425@-16;10(.48/.48/1)" },
      { name: "Ring_Back_Tone", value: "425@-16;*(1/4/1)" },
    ]);
    for (const wrong of [
      ["--tones", "XX"],
      ["--tones", "DE", "a.ini"],
      ["--tones", "DE", "--from", "avaya"],
    ])
      assert.equal((await site.run(["convert", ...wrong, "--to", "audiocodes"])).code, 2, wrong.join(" "));
  }));
