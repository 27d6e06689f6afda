import type { PageText } from "../text/codePage";

/** Why a dump of a phone is compared in part, or not at all. */
export const driftPages: readonly PageText[] = [
  {
    code: "drift/unreadable",
    severity: "error",
    title: "File that is not a dump of a phone",
    docs: "The file cannot be opened, or its text is not a dump or report that a phone writes. The other files are compared. Save the dump again from the web page of the phone, or leave the file out.",
  },
  {
    code: "drift/unknown-phone",
    severity: "error",
    title: "Dump of a phone that is not known",
    docs: "No device of the list has the MAC address or serial number of the dump, or nothing says which phone it is of. A MAC address in the name of the file counts too. Add the device to the list, or name it with `--device`.",
  },
  {
    code: "drift/other-phone",
    severity: "error",
    title: "Dump of another phone",
    docs: "The dump has another MAC address or serial number than the device it is compared with, so every difference would be of two phones. Choose the device of the dump.",
  },
  {
    code: "drift/not-a-profile",
    severity: "error",
    title: "File to compare with that has no settings",
    docs: "The file of `--against` cannot be read as settings, so nothing is expected of the phone. `flat-profile check` says what is wrong with it.",
  },
  {
    code: "drift/unsettled",
    severity: "warning",
    title: "Files that lead to no stable state",
    docs: "What the phone must have is not certain: its files fail, lead in a circle, or depend on something that is not known. The comparison uses what the phone has at the end of the last round. `flat-profile resolve` shows each round and the reason.",
  },
  {
    code: "drift/damaged",
    severity: "warning",
    title: "Damaged or incomplete dump",
    docs: "The dump ends early or has damaged elements. Settings that it does not have are not reported as missing. Save the dump again.",
  },
];
