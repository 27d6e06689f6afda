import { type Device, macDigits } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { traitsOf } from "../../../schema/effectiveParameter";
import type { Running } from "../flow/firmware";
import type { Facts } from "../flow/run";
import { variableOf } from "../flow/variables";
import type { Signaling } from "../software";

const noTraits: ReadonlySet<string> = new Set();

/** What is known of a device, for the conditions of scripts; the rest is unknown. */
export function factsOf(
  device: Device,
  catalogue: Catalogue,
  signaling: Signaling | undefined,
): (running: Running) => Facts {
  const family = device.family === undefined ? undefined : catalogue.family(device.family);
  const traits = family ? traitsOf(family.generation, catalogue) : noTraits;
  const mac = macDigits(device.mac);
  const known: Record<string, string | undefined> = {
    MODEL4: device.model?.slice(0, 4),
    MACADDR: mac,
    MACADDR_UPPER: mac?.toUpperCase(),
    SERIALNO: device.serial,
    SERIALNO_UPPER: device.serial?.toUpperCase(),
    HWVERS: device.hardware,
    IPADD: device.ip,
    ...(signaling === "sip" && { SIG: "2", SIG_IN_USE: "SIP" }),
    ...(signaling === "itu" && { SIG: "1", SIG_IN_USE: "H323" }),
    ...device.settings,
  };
  return ({ application, boot }) => ({
    variable(name) {
      const value = name === "APPNAME" ? application : name === "BOOTNAME" ? boot : known[name];
      if (value !== undefined) return { value };
      // No guide knows the name, so a phone ignores the line.
      return variableOf(name) ? undefined : "absent";
    },
    ignoresCase: family && traits.has("ignores-case"),
    addsToLists: family && traits.has("adds-to-lists"),
  });
}

/** What runs on the device, as far as its entry says it. */
export function runningOn({ settings = {}, firmware }: Device): Running {
  return { application: settings.APPNAME, boot: settings.BOOTNAME, release: firmware?.replace(/^R/i, "") };
}
