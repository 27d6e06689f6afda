import assert from "node:assert/strict";
import test from "node:test";
import { readColumns } from "../../server/src/devices/deviceInventory";
import { catalogue } from "../support/catalogue";
import { pools } from "../support/problems";
import { toySettings } from "../support/toy/index";

const toy = pools.of(toySettings).catalogue;

/** Where the texts of a row with these columns are put; the first catalogue is Cisco's. */
function checkRow(
  row: Readonly<Record<string, string>>,
  device: object,
  unknown: readonly string[] = [],
  of = [catalogue],
) {
  const columns = readColumns(Object.keys(row), of);
  const { id: _, ...found } = columns.deviceOf(Object.values(row), 7);
  assert.deepEqual([found, columns.unknown], [device, unknown]);
}

test("columns are called as every system calls them", () => {
  checkRow(
    {
      "MAC Address": "00:00:5e:00:53:01",
      "Serial-Number": "S1",
      Model: "8841",
      "Software Version": "12",
      Label: "Desk",
    },
    { mac: "00:00:5e:00:53:01", serial: "S1", model: "8841", firmware: "12", label: "Desk" },
  );
  checkRow({ "User 1": "201", line_2: "202", extension12: "212" }, { users: { "1": "201", "2": "202", "12": "212" } });
  checkRow({ "DHCP 66": "http://h", option160: "x" }, { dhcp: { "66": "http://h", "160": "x" } });
  checkRow(
    { certificate: "yes", customized: "0", ip: "192.0.2.1", public_ip: "192.0.2.2" },
    {
      certificate: true,
      customised: false,
      ip: "192.0.2.1",
      externalIp: "192.0.2.2",
    },
  );
  checkRow({ Dialect: "toy-settings", series: "acmew" }, { dialect: "toy-settings", family: "acmew" });
  checkRow({ user: "x", "1": "y", dhcp: "z", users: "q" }, {}, ["1", "user", "dhcp", "users"]);
});

test("columns are called as a vendor calls them, where its catalogue is one of those asked", () => {
  const row = {
    SWVER: "7.5.5",
    PRVST: "2",
    prvtmr: "90",
    UPGST: "1",
    UPGERR: "404",
    UPGTMR: "x",
    EMS: "mobile",
    MUID: "ann",
    MPWD: "secret",
    PDOM: "@h",
    REGTMR2: "95",
    UID1: "201",
    ORIGTYPE: "none",
    MCASTADDR: "224.0.0.1",
    CCERT: "Installed",
  };
  checkRow(row, {
    firmware: "7.5.5",
    provisioning: { state: 2, seconds: 90 },
    upgrade: { state: 1, error: "404" },
    mobility: { state: "mobile", user: "ann", password: "secret", domain: "@h" },
    registration: { "2": 95 },
    users: { "1": "201" },
    origin: "none",
    multicast: "224.0.0.1",
    certificate: true,
  });
  checkRow(row, {}, Object.keys(row), [toy]);
});

test("columns are parameters that a catalogue has, and new ones of a vendor whose names are like no other word", () => {
  checkRow(
    { GPPA: "1", gpp_b: "2", Made_Up: "3", SA: "k" },
    {
      settings: { GPP_A: "1", GPP_B: "2", Made_Up: "3" },
      secrets: { SA: "k" },
    },
  );
  checkRow(
    { Made_Up: "3", SIPDOMAIN: "h", Resync_Periodic: "4" },
    { settings: { SIPDOMAIN: "h" } },
    ["Made_Up", "Resync_Periodic"],
    [toy],
  );
  checkRow({ SIPDOMAIN: "h", room: "4" }, {}, ["SIPDOMAIN", "room"]);
  checkRow({ SIPDOMAIN: "h", GPP_A: "4" }, { settings: { SIPDOMAIN: "h", GPP_A: "4" } }, [], [catalogue, toy]);
});
