import assert from "node:assert/strict";
import test from "node:test";
import { macroValues } from "../../server/src/dialects/cisco-flat-profile/devices/macroValues";

const nothing = () => undefined;

test("every fact of a device is the value of its macro", () => {
  const device = {
    id: "desk",
    mac: "00:00:5E:00:53:01",
    pn: "CP-8841-3PCC",
    psn: "8841-3PCC",
    serial: "FCH1",
    ip: "192.0.2.7",
    externalIp: "203.0.113.7",
    firmware: "sip88xx.12-0-3MPP0001-87",
    hardware: "4",
    multicast: "224.0.1.75",
    certificate: false,
    customised: true,
    provisioning: { state: -1, seconds: 7 },
    upgrade: { state: 2, error: "http_get failed", seconds: 8 },
    registration: { "1": 9, "2": 10 },
    mobility: { state: "mobile", user: "anna", password: "x1", domain: "@h" },
    origin: "orig_mpp",
    authorization: "classic",
  };
  const inEffect = (name: string) => (/^(?:User_ID|GPP)_\w+$/.test(name) ? `value of ${name}` : undefined);
  const { macros, secrets } = macroValues(device, inEffect);
  const expected = {
    MA: "00005e005301",
    MAU: "00005E005301",
    MAC: "00:00:5e:00:53:01",
    PN: "CP-8841-3PCC",
    PSN: "8841-3PCC",
    SN: "FCH1",
    IP: "192.0.2.7",
    EXTIP: "203.0.113.7",
    SWVER: "sip88xx.12-0-3MPP0001-87",
    HWVER: "4",
    MCASTADDR: "224.0.1.75",
    CCERT: "Not Installed",
    ISCUST: "1",
    PRVST: "-1",
    PRVTMR: "7",
    UPGST: "2",
    UPGERR: "http_get failed",
    UPGTMR: "8",
    UPGCOND: "1",
    REGTMR1: "9",
    REGTMR2: "10",
    UID1: "value of User_ID_1_",
    EMS: "mobile",
    MUID: "anna",
    MPWD: "x1",
    PDOM: "@h",
    ORIGTYPE: "orig_mpp",
    AUTHSTATUS: "classic",
    A: "value of GPP_A",
    P: "value of GPP_P",
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(macros[name], value, name);
  assert.deepEqual(secrets, {
    SA: "value of GPP_SA",
    SB: "value of GPP_SB",
    SC: "value of GPP_SC",
    SD: "value of GPP_SD",
  });
});

test("what is not known of a device is what a phone has when nothing has happened yet", () => {
  const { macros, secrets } = macroValues({ id: "desk" }, nothing);
  const expected = {
    EXTIP: "",
    CCERT: "Installed",
    ISCUST: "0",
    PRVST: "1",
    PRVTMR: "3600",
    UPGST: "1",
    UPGERR: "",
    UPGTMR: "3600",
    UPGCOND: "1",
    REGTMR1: "0",
    REGTMR2: "0",
    UID1: "",
    EMS: "",
    MUID: "",
    MPWD: "",
    PDOM: "",
    ORIGTYPE: "none",
    AUTHSTATUS: "none",
    A: "",
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(macros[name], value, name);
  for (const name of ["MA", "PN", "PSN", "SN", "IP", "SWVER", "HWVER", "MCASTADDR"])
    assert.ok(!Object.hasOwn(macros, name), name);
  assert.deepEqual(secrets, { SA: "", SB: "", SC: "", SD: "" });
  const domain = (name: string) => (name === "EM_User_Domain" ? "@pbx" : undefined);
  assert.equal(macroValues({ id: "desk" }, domain).macros.PDOM, "@pbx");
  assert.deepEqual(macroValues({ id: "desk", serial: "1" }, nothing, ["SN", "SA", "NONE"]), {
    macros: { SN: "1" },
    secrets: { SA: "" },
  });
});
