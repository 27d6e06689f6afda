import { widened } from "./importAdditions.mjs";

// Where the format's specification knows better than the collected facts; used by importCatalogue.mjs only.

/** Element name → type. `documented`: the guides give the grammar; otherwise our reading. */
const types = [
  [
    /^(Cisco_Headset_Upgrade_Rule|Custom_CA_(Rule|RULE)|MIC_Cert_Refresh_Rule|Trans_Auth_Rule|PRT_Upload_Rule)$/,
    "ProvisioningRuleSyntax",
    "inferred",
  ],
  [/^Caller_ID_Map_\{ext\}_$/, "NumberMap", "documented"],
  [/^(LDAP_)?Number_Mapping$/, "NumberMap", "documented"],
  [/^Speed_Dial_\{n\}(_Number|_\{line\}_)?$/, "DialString", "documented"],
  [/^Quick_Number_\{n\}_Number$/, "DialString", "inferred"],
  [/^Service_Annc_Extension_Codes$/, "AnnouncementCodes", "documented"],
  [/^PRT_Name$/, "MacroText", "documented"],
  // Expanded only as the body of --post; may hold an alias map, a script or anything else.
  [/^GPP_(S)?\{letter\}$/, "Str", "documented"],
  [/^SAS_Inbound_RTP_S(ink|link)_\{line\}_$/, "FQDN", "inferred"],
  [/^SIP_URI_\{ext\}_$/, "SipUri", "inferred"],
  [/^Voice_Quality_Report_Address_\{ext\}_$/, "SipUri", "inferred"],
  [/^PSTN_Access_List_\{line\}_$/, "PhTmplt", "inferred"],
  [/^Service_Annc_Base_Number$/, "Phone", "inferred"],
  [/^SIP_Reg_Starting_Sequence_Number$/, "Uns<32>", "inferred"],
  [
    /^(LDAP_Server|Server|XSI_Host_Server(_\{ext\}_)?|Mailbox_Subscribe_URL_\{line\}_|CDC_Server_\{n\}_)$/,
    "HostOrUrl",
    "inferred",
  ],
  [/^(Primary|Secondary)_Request_URL_\{ext\}_$/, "HostOrUrl", "inferred"],
];

/** Ranges that the specification states. */
const ranges = {
  Resync_Random_Delay: { range: { min: 0, max: 65535 }, rangeBasis: "documented" },
  Forced_Resync_Delay: { range: { min: 0, max: 65535 }, rangeBasis: "documented" },
  Upload_Delay_On_Local_Change: { range: { min: 10, max: 900 }, rangeBasis: "documented" },
  // Two guides differ: 2592000 and 259200 seconds.
  Periodic_Upload_To_Server: { range: { min: 600, max: 2592000 }, rangeBasis: "documented" },
};

const limits = [
  [/^Dial_Plan_\{ext\}_$/, { legacyMaxLength: 2048 }],
  [/^Feature_Dial_Services_Codes$/, { legacyMaxLength: 79 }],
];

const options = {
  // Printed by dumps of firmware up to 11.3.
  Report_To_Server: ["Never Report"],
  // Written by phones although their own lists leave them out.
  Screen_Saver_Type: ["Black Background"],
  Preferred_Password_Input_Mode: ["Alpha-numeric"],
  "Tip_Ring_Voltage_Adjust_{line}_": ["3.5 V"],
};

const counted = (from, to, value) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), value(from + i)]));
const sipPorts = counted(1, 16, (ext) => String(5059 + ext));

/** Factory values of numbered elements, as dumps print them. */
const defaultsByIndex = {
  "SIP_Port_{ext}_": {
    mpp88xx: sipPorts,
    spa5xx: counted(1, 12, (ext) => sipPorts[ext]),
    ata19x: counted(1, 2, (ext) => sipPorts[ext]),
  },
  "Wi-Fi_Profile_Order_{profile}_": { mpp88xx: counted(1, 4, String) },
  "RSS_Feed_URL_{n}": {
    spa5xx: {
      1: "name=Local News;url=http://rss.cnn.com/rss/cnn_us.rss",
      2: "name=World News; url=http://newsrss.bbc.co.uk/rss/newsonline_uk_edition/world/rss.xml",
      3: "name=Finance News;url=http://finance.yahoo.com/rss/topstories",
      4: "name=Sports News;url=http://rss.news.yahoo.com/rss/sports",
      5: "name=Politics News;url=http://rss.news.yahoo.com/rss/politics",
    },
  },
};

export function better(parameter) {
  let out = parameter;
  for (const [name, type, typeBasis] of types) {
    if (!name.test(out.name)) continue;
    const [, id, argument] = /^(\w+)(?:<(\d+)>)?$/.exec(type);
    const { typeArgument: _, ...rest } = out;
    out = { ...rest, type: id, ...(argument && { typeArgument: Number(argument) }), typeBasis };
  }
  if (!out.path && out.name in ranges) out = { ...out, ...ranges[out.name] };
  for (const [name, facts] of limits)
    if (name.test(out.name))
      out = { ...out, ...facts, ...(out.legacyMaxLength && { legacyMaxLength: out.legacyMaxLength }) };
  if (out.name in defaultsByIndex) out = { ...out, defaultByIndex: defaultsByIndex[out.name] };
  const more = options[out.name];
  if (more && out.options) out = { ...out, options: [...out.options, ...more.filter((o) => !out.options.includes(o))] };
  return ordered(widened(out));
}

const order = [
  ..."name path index indexByFamily type typeArgument typeBasis options optionsBasis optionsByFamily optionLabels default".split(
    " ",
  ),
  ..."defaultBasis defaultByFamily defaultByIndex range rangeBasis rangeByFamily allowedRanges unit maxLength legacyMaxLength".split(
    " ",
  ),
  ..."since secret readOnly defaultUa maskedInDumps variants tr069 families note".split(" "),
];

function ordered(parameter) {
  for (const key of Object.keys(parameter))
    if (!order.includes(key)) throw new Error(`${parameter.name}: ${key} has no place`);
  return Object.fromEntries(order.filter((key) => key in parameter).map((key) => [key, parameter[key]]));
}

const firmwarePrefix = {
  6861: ["sip68xx", "sip6861", "cmterm-68xx", "cmterm-6861"],
  SPA525G: ["spa525g-7"],
  SPA525G2: ["spa525g-7"],
};
const identity = {
  ATA191: { pn: "ATA191-MPP", psn: "191" },
  ATA192: { pn: "ATA192-MPP", psn: "192" },
  9811: { pn: "Desk Phone 9811", psn: "9811" },
  9841: { pn: "Desk Phone 9841", psn: "9841" },
  9851: { pn: "Desk Phone 9851", psn: "9851" },
  9861: { pn: "Desk Phone 9861", psn: "9861" },
  9871: { pn: "Desk Phone 9871", psn: "9871" },
  8875: { psn: "8875", firmwarePrefix: ["PHONEOS-8875"] },
};

export const betterFamilies = {
  model(model) {
    const out = { ...model, ...identity[model.model] };
    if (firmwarePrefix[model.model]) out.firmwarePrefix = firmwarePrefix[model.model];
    const spa = /^(?:SPA|PAP)(\d+)/.exec(model.model);
    // The factory rule of these devices, /spa$PSN.cfg, asks for spa504.cfg.
    if (spa && !out.psn) out.psn = spa[1];
    if (spa && !out.pn) out.pn = model.model;
    return out;
  },
  family(family) {
    if (family.id === "phoneos98xx") return { ...family, firmwarePrefix: ["PHONEOS"] };
    if (family.id === "ata19x") return { ...family, firmwarePrefix: ["ATA19x"] };
    if (family.id === "mpp8831") return { ...family, firmwarePrefix: ["cp-8831-sip"] };
    return family;
  },
};

export const betterTypes = {
  change(type) {
    if (type.id === "FQDN")
      return {
        ...type,
        meaning: "Host name or address, optional :port. Proxies also take a list of their own SRV or A records.",
      };
    return type;
  },
  added: [
    { id: "NumberMap", meaning: "Rewrites numbers with the sequences of a dial plan.", example: "(<3:03>x.)" },
    {
      id: "DialString",
      meaning: "Number to dial; after a blank, pauses (,), waits (X) and digits to send in the call.",
      example: "5550100 ,,4321X22",
    },
    {
      id: "AnnouncementCodes",
      meaning: "Announcement names and their extension codes, separated by semicolons.",
      example: "CBT=00;FWD=01;",
    },
    {
      id: "HostOrUrl",
      meaning: "Host name or address with optional port, or a URL whose path may be missing.",
      example: "ldaps://ldap.example.com",
    },
  ],
};
