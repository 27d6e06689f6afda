import { type CodePage, withExamples } from "../../../checks/check";
import { badHost, badUrl, outOfRange } from "../../../values/pages";

const device = (text: string) => `<device>${text}</device>`;
const time = (template: string) =>
  device(`<devicePool><dateTimeSetting><dateTemplate>${template}</dateTemplate></dateTimeSetting></devicePool>`);
const server = (text: string) =>
  device(
    `<devicePool><callManagerGroup><members><member priority="0"><callManager>${text}</callManager></member></members></callManagerGroup></devicePool>`,
  );
const own = (text: string) => device(`<vendorConfig>${text}</vendorConfig>`);

/** Pages of the codes that value types report. */
export const valuePages: readonly CodePage[] = [
  withExamples(badHost, {
    bad: server("<processNodeName>192.0.2.300</processNodeName>"),
    good: server("<processNodeName>192.0.2.30</processNodeName>"),
  }),
  withExamples(badUrl, {
    bad: device("<servicesURL>http:/192.0.2.1/menu</servicesURL>"),
    good: device("<servicesURL>http://192.0.2.1/menu</servicesURL>"),
  }),
  withExamples(outOfRange, {
    bad: server("<ports><sipPort>50600</sipPort><ethernetPhonePort>200000</ethernetPhonePort></ports>"),
    good: server("<ports><sipPort>5060</sipPort><ethernetPhonePort>2000</ethernetPhonePort></ports>"),
  }),
  {
    code: "value/letter-case",
    severity: "info",
    title: "Word in other letter case",
    docs: "Unified CM writes `true`, `false`, `SIP` and `SCCP` in this letter case. It is not known whether phones read others.",
    examples: [
      {
        bad: device("<deviceProtocol>sip</deviceProtocol>"),
        good: device("<deviceProtocol>SIP</deviceProtocol>"),
      },
    ],
  },
  {
    code: "value/bad-date-template",
    severity: "warning",
    title: "Invalid date template",
    docs: "A template has the letters `D`, `M` and `Y` in any order with one separator, `/`, `.` or `-`. `A` after it gives a clock of 12 hours. With any other template the phone keeps its own format.",
    examples: [{ bad: time("D/M.Y"), good: time("D/M/Y") }],
  },
  {
    code: "value/bad-time",
    severity: "warning",
    title: "Invalid time or day",
    docs: "Times are hours and minutes, `08:30`, in a clock of 24 hours. Days are numbers from 1, Sunday, to 7, Saturday, joined by commas. The phone ignores others.",
    examples: [
      {
        bad: own("<displayOnTime>07:75</displayOnTime>"),
        good: own("<displayOnTime>07:45</displayOnTime>"),
      },
      {
        bad: own("<daysDisplayNotActive>0,6</daysDisplayNotActive>"),
        good: own("<daysDisplayNotActive>1,7</daysDisplayNotActive>"),
      },
    ],
  },
  {
    code: "sharing/zero-or-one",
    severity: "warning",
    title: "Sharing is neither 0 nor 1",
    docs: "Files of Unified CM switch peer firmware sharing on with `1` and off with `0`. `Yes` and `No` are the words of flat profiles of multiplatform phones.",
    examples: [
      {
        bad: own("<peerFirmwareSharing>Yes</peerFirmwareSharing>"),
        good: own("<peerFirmwareSharing>1</peerFirmwareSharing>"),
      },
    ],
  },
  {
    code: "load/server",
    severity: "warning",
    title: "Load server",
    docs: "The load server is a host name or address of up to 256 characters, not a URL. A phone with a load server takes firmware from it only: every load must be copied there by hand, and the phone does not go back to its TFTP server. A valid server is reported as information.",
    examples: [{ bad: own("<loadServer>http://192.0.2.20/</loadServer>"), good: own("<loadServer></loadServer>") }],
  },
  {
    code: "log/server",
    severity: "warning",
    title: "Invalid log server",
    docs: "The log server is an address with an optional port. `@@base=` and a level from 0 to 7, and `;pfs=` with 1 for messages of firmware sharing, may follow.",
    examples: [
      {
        bad: own("<logServer>192.0.2.30:514@@base=9;pfs=1</logServer>"),
        good: own("<logServer>192.0.2.30:514@@base=7;pfs=1</logServer>"),
      },
    ],
  },
  {
    code: "load/file-ending",
    severity: "warning",
    title: "Load with the ending of a file",
    docs: "The phone adds `.loads` or `.sbn` to the name of the load. A name that has the ending already leads to a file that does not exist, and the phone keeps its firmware.",
    examples: [
      {
        bad: device("<loadInformation>SIP41.9-4-2SR3-1S.loads</loadInformation>"),
        good: device("<loadInformation>SIP41.9-4-2SR3-1S</loadInformation>"),
      },
    ],
  },
];
