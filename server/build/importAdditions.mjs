// Elements seen in published profiles that the collected facts do not list; used by importCatalogue.mjs only.
// Those of devices outside our families (SPA9000, WIP310, WRP400, SPA8800) name no family, which
// means that no phone is told to lack them.

const spa525 = { spa5xx: "dump" };
const spa8000 = { spa8000: "dump" };
const mpp = {
  mpp68xx: "documented",
  mpp78xx: "documented",
  mpp88xx: "documented",
  mpp7832: "documented",
  mpp8832: "documented",
};

/** [tab, section, type, names, note, families, more] */
const groups = [
  [
    "Voice > Ext",
    "Proxy and Registration",
    "Bool",
    ["Auth_MWI_{ext}_"],
    "Asks for authentication of message-waiting notifications.",
    spa525,
    { index: { ext: [1, 12] } },
  ],
  [
    "Voice > Regional",
    "Language",
    "DictionaryScript",
    ["SCCP_Dictionary_Server_Script"],
    "Language server used with the Cisco call-control protocol.",
    spa525,
  ],
  [
    "Voice > Regional",
    "Language",
    "Str",
    ["SCCP_Dictionary_Server_Copy", "SCCP_Language_Selection_Copy"],
    "Internal copy written by the phone, not a setting.",
    spa525,
    { readOnly: true },
  ],
  [
    "Voice > Regional",
    "Language",
    "Str",
    ["SCCP_Language_Selection"],
    "Dictionary language used with the Cisco call-control protocol.",
    spa525,
  ],
  ["Voice > Phone", "", "Str", ["Softswitch_Features"], "Features that the call server provides.", spa525],
  [
    "Voice > User",
    "",
    "Bool",
    ["DND_Activated_{line}_"],
    "State of do-not-disturb on the line.",
    spa8000,
    { index: { line: [1, 12] } },
  ],
  [
    "Voice > Regional",
    "Call Progress Tones",
    "ToneScript",
    ["DND_Dial_Tone"],
    "Dial tone while do-not-disturb is on.",
    {},
  ],
  [
    "Voice > User",
    "",
    "Bool",
    ["Use_Default_Ring__{ext}__"],
    "Rings the line with the default ring tone.",
    {},
    { index: { ext: [1, 12] } },
  ],
  ["Voice > User", "Audio", "Bool", ["Swap_Channel"], "Exchanges the left and right channel.", spa525],
  ["Voice > User", "Audio", "Str", ["Headset_Type"], "Kind of headset.", spa525],
  [
    "Voice > User",
    "Audio",
    "Uns<8>",
    ["MP3_Speaker_Volume", "MP3_Handset_Volume", "MP3_Headset_Volume", "MP3_Current_Device"],
    "Setting of the music player.",
    spa525,
  ],
  [
    "Voice > User",
    "Screen",
    "Str",
    [
      "BKPIC-copy",
      "Background_Image",
      "Background_Image_Path",
      "Wall_Paper_Image",
      "Wall_Paper_Image_Path",
      "Logo_Image",
      "Logo_Image_Path",
    ],
    "Picture on the screen.",
    spa525,
  ],
  ["Voice > User", "Screen", "URL", ["Logo_Image_URL"], "Address of the logo picture.", spa525],
  ["Voice > User", "Audio", "Bool", ["Keypad_Tone"], "Sounds a tone for each key.", {}],
  ["Voice > User", "Audio", "Str", ["Keypad_Tone_Volume", "Keypad_Tone_Duration"], "How keys sound.", {}],
  ["Voice > Phone", "Key Tones", "Str", ["Alternative_Beep_File_Directory"], "Folder with further key sounds.", {}],
  [
    "Voice > Phone",
    "Key Tones",
    "Str",
    [
      "Default_Tone",
      "Key_Repeat_Tone",
      "Digit_{n}_Key",
      ..."Left_Soft Right_Soft Up Down Left Right OK Talk End Speaker Wakeup".split(" ").map((key) => `${key}_Key`),
    ],
    "Sound of a key, written like a ring tone.",
    {},
    { index: { n: [0, 9] } },
  ],
  [
    "Voice > Regional",
    "Outbound Call Codec Selection Codes",
    "StarCode",
    ["Prefer_ILBC_Code"],
    "Star code that prefers iLBC for one call.",
    {},
  ],
  [
    "Voice > Regional",
    "Outbound Call Codec Selection Codes",
    "StarCode",
    ["Force_ILBC_Code"],
    "Star code that forces iLBC for one call.",
    {},
  ],
  [
    "Voice > System",
    "Wi-Fi Settings",
    "Str",
    ["SPA525-SSID", "SPA525-Encryption-type", "SPA525-Encryption-key-code"],
    "Wi-Fi setting of the SPA525G.",
    spa525,
  ],
  [
    "Voice > System",
    "Wi-Fi Settings",
    "Str",
    ["SPA525-Encryption-key"],
    "Wi-Fi key of the SPA525G.",
    spa525,
    { secret: true },
  ],
  ["Voice > User", "Screen", "Uns<8>", ["Lcd_Contrast"], "Contrast of the screen.", {}, { variants: ["LCD_Contrast"] }],
  [
    "Voice > Ext",
    "Audio Configuration",
    "Bool",
    ["Comfort_Noise_Generation_{ext}_"],
    "Plays soft noise while the other side is silent.",
    {},
    { index: { ext: [1, 16] } },
  ],
  ["Voice > SIP", "SIP Parameters", "Bool", ["Auth_Support_RFC8760"], "Accepts SHA-256 digests as well as MD5.", mpp],
  [
    "Voice > Provisioning",
    "Upload Configuration Options",
    "Enum",
    ["Report_to_Server"],
    "When the phone sends its configuration (spelling of some guides).",
    mpp,
    {
      options: ["On Request", "On Local Change", "Periodically", "Never Report"],
      optionsBasis: "documented",
      variants: ["Report_To_Server"],
    },
  ],
  [
    "Voice > Provisioning",
    "",
    "FQDN",
    ["TFTP_Server", "Alternate_TFTP"],
    "Server for the Cisco call-control protocol.",
    spa525,
  ],
  [
    "Voice > Ext",
    "Network Settings",
    "Uns<8>",
    ["SCCP_TOS_DiffServ_Value_{ext}_"],
    "DSCP/TOS byte for packets of the Cisco call-control protocol.",
    spa525,
    { index: { ext: [1, 12] } },
  ],
  [
    "Voice > Ext",
    "Network Settings",
    "Uns<8>",
    ["SCCP_CoS_Value_{ext}_"],
    "Class of service for packets of the Cisco call-control protocol.",
    spa525,
    { index: { ext: [1, 12] }, range: { min: 0, max: 7 }, rangeBasis: "inferred" },
  ],
  [
    "Voice > User",
    "",
    "Str",
    ["Default_Ring", "Default_Line"],
    "Ring tone or line used when nothing else is chosen.",
    {},
  ],
  [
    "Voice > Regional",
    "",
    "StarCode",
    ["Line_{line}_Select_Code"],
    "Star code that selects the line.",
    {},
    { index: { line: [1, 2] } },
  ],
  [
    "Voice > Regional",
    "",
    "Float<2>",
    ["Alt_Dial_Tone_Multiplier"],
    "Factor for the frequencies of the alternate dial tone.",
    {},
  ],
  ["Voice > System", "", "IP", ["Master_WAN_IP"], "Address of the master device.", {}],
  [
    "Voice > SIP",
    "",
    "Port",
    ["SIP_TCP_Port_Min_Mod{n}", "RTP_Port_Min_Mod{n}", "EXT_RTP_Port_Min_Mod{n}"],
    "Lowest port used by module n.",
    spa8000,
    { index: { n: [2, 4] } },
  ],
  [
    "Voice > SIP",
    "",
    "Port",
    ["SIP_TCP_Port_Max_Mod{n}", "RTP_Port_Max_Mod{n}"],
    "Highest port used by module n.",
    spa8000,
    { index: { n: [2, 4] } },
  ],
  [
    "Voice > SIP",
    "PBX Parameters",
    "Str",
    ["Proxy_Debug_Option"],
    "How much of the key system's SIP traffic is logged.",
    {},
  ],
  [
    "Voice > SIP",
    "PBX Parameters",
    "Uns<32>",
    ["Phone_DLG_Refresh_Intvl"],
    "Seconds between dialog refreshes towards phones.",
    {},
    { unit: "s" },
  ],
  ["Voice > SIP", "PBX Parameters", "Str", ["Hunt_Policy"], "Which phones a hunt group may ring.", {}],
  ["Voice > SIP", "PBX Parameters", "Str", ["Call_Routing_Rule"], "Dial plan that chooses the outgoing lines.", {}],
  [
    "Voice > SIP",
    "PBX Parameters",
    "Str",
    ["Default_Group_Line", "Group_{n}_Line"],
    "Lines that a group may use, comma separated.",
    {},
    { index: { n: [1, 4] } },
  ],
  [
    "Voice > SIP",
    "PBX Parameters",
    "Str",
    ["Group_{n}_User_ID"],
    "User IDs that belong to the group.",
    {},
    { index: { n: [1, 4] } },
  ],
  [
    "Voice > SIP",
    "PBX Parameters",
    "Str",
    ["Accept_All_MWI_As_Line"],
    "Line on which all message-waiting notices are shown.",
    {},
  ],
  [
    "Voice > Line",
    "PBX Parameters",
    "Str",
    ["Call_Capacity_{line}_", "Contact_List_{line}_", "Mailbox_Status_{line}_", "VMSP_Bridge_{line}_"],
    "Trunk setting of a key system.",
    {},
    { index: { line: [1, 12] } },
  ],
  [
    "Voice > Line",
    "PBX Parameters",
    "HostOrUrl",
    ["Mailbox_Deposit_URL_{line}_", "Mailbox_Manage_URL_{line}_"],
    "Mailbox address of a key system's trunk.",
    {},
    { index: { line: [1, 12] } },
  ],
  [
    "Voice > Regional",
    "",
    "StarCode",
    ["Fax_Line_Toggle_Code"],
    "Star code that toggles fax mode.",
    {},
    { variants: ["FAX_Line_Toggle_Code"] },
  ],
  ["Voice > Provisioning", "", "Str", ["Profile_Name", "Profile_Region"], "Label of the profile.", {}],
  [
    "Voice > Line",
    "Subscriber Information",
    "Str",
    ["Directory_Number_{line}_"],
    "Number shown for the line.",
    {},
    { index: { line: [1, 12] } },
  ],
  [
    "Voice > PSTN Line",
    "",
    "Str",
    ["Line_1_Signal_Hook_Flash_To_PSTN"],
    "How a hook flash on line 1 is signalled to the PSTN.",
    {},
  ],
  [
    "Voice > System",
    "Voice Setting",
    "Str",
    ["User_Passwd"],
    "Password of the web UI user account.",
    {},
    { secret: true, variants: ["User_Password"] },
  ],
  [
    "Router",
    "Router",
    "Str",
    "WL_QOS RT_QOS RTSP IGMP UPNP WL_BASIC_SET_{n} LAN_DHCP SWITCH_RATE WAN_TYPE PPP_DEMAND WAN_HOST WAN_MTU WAN_DNS QOS_PRIORITY_RULE DHCP_RESERVATION SINGLE_PORT_FORWARDING PORT_RANGE_FORWARDING PORT_RANGE_TRIGGERING WAN_VLAN ROUTER_SYSLOG DHCP_SIADDR".split(
      " ",
    ),
    "Router setting of the WRP400, written as name=value pairs.",
    {},
    { path: "router-configuration", index: { n: [1, 2] } },
  ],
  [
    "Router",
    "Router",
    "Str",
    ["WL_SECURITY_SET_{n}"],
    "Wi-Fi security of the WRP400, written as name=value pairs.",
    {},
    { path: "router-configuration", index: { n: [1, 2] }, secret: true },
  ],
];

export const additions = groups.flatMap(([tab, section, type, names, note, families, more = {}]) =>
  names.map((name) => {
    const [, id, argument] = /^(\w+)(?:<(\d+)>)?$/.exec(type);
    const { index, ...rest } = more;
    const places = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const parameter = {
      name,
      type: id,
      ...(argument && { typeArgument: Number(argument) }),
      typeBasis: "inferred",
      ...rest,
      families,
      note,
    };
    if (places.length > 0) parameter.index = Object.fromEntries(places.map((place) => [place, index[place]]));
    return { tab, section, parameter };
  }),
);

/** Line numbers beyond those of the two-line adapters: the SPA8000 has 8 lines and 4 trunks, gateways number their PSTN line 1, 2 or 3. */
export function widened(parameter) {
  const { index } = parameter;
  if (!index?.line || parameter.path) return parameter;
  const [low, high] = index.line;
  if (low === 1 && high === 1 && "spa3102" in parameter.families)
    return { ...parameter, index: { ...index, line: [1, 3] } };
  if (parameter.name === "Dial_Plan_{n}_{line}_") return { ...parameter, index: { ...index, n: [1, 8] } };
  if (
    low !== 1 ||
    high < 2 ||
    high > 3 ||
    !("spa2xx" in parameter.families || "spa1xx" in parameter.families || "spa8000" in parameter.families)
  )
    return parameter;
  const indexByFamily = { ...parameter.indexByFamily };
  for (const family of Object.keys(parameter.families)) if (family !== "spa8000") indexByFamily[family] ??= index;
  const wide = { ...index, line: [1, 12] };
  delete indexByFamily.spa8000;
  const families = Object.keys(indexByFamily).length > 0 ? { indexByFamily } : {};
  return { ...parameter, index: wide, ...families, families: { spa8000: "inferred", ...parameter.families } };
}
