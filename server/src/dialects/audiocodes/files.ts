import type { DialectFiles } from "../dialectFiles";
import { isNamed, templateLanguages, withTemplates } from "../fileNames";

/** Files of MP-1xx and Mediant gateways, and what a gateway gives as its own; other files have the ending too. */
const ownName = /^(?:mp[-_ ]?1\d\d|mediant|board(?![a-z])).*\.ini(?:\.\w+)?$/i;

/** Lines that are looked at; empty lines and remarks do not count. */
const maxLines = 60;

/** Lines that no other ini file has. */
const certain =
  /^\s*(?:FORMAT\s+\w+_Index\s*=|\[\s*(?:SYSTEM|BSP|SIP|Voice Engine|ControlProtocols|WEB|SNMP|MGCP|MEGACO|PSTN|SS7) Params\s*\]|;\**\s*Ini File\s*\**|;Board(?: type)?\s*:|;\**\s*TABLE\s|(?:IniFile|IniFileTemplate|CmpFile|AutoCmpFile|CptFile)URL\s*=)/i;

/** Names that such files usually have, one of which may be elsewhere too. */
const usual =
  /^\s*(?:SIPGatewayName|SIPDestinationPort|LocalSIPPort|IsProxyUsed|ProxyIP|EnableSyslog|SyslogServerIP|NTPServerIP|NTPServerUTCOffset|DigitMapping|IsFaxUsed|CoderName|AutoUpdate\w+|AUPD\w+|CallProgressTonesFilename|MaxDigits|TimeBetweenDigits|RegistrationTime|DHCPEnable|BootP\w+|TrunkGroup(?:_\d+)?|PstnPrefix|ResetNow|SetDefaultOnIniFileProcess|TxDTMFOption|RxDTMFOption|BaseUDPPort|PREFIX)\s*=/i;

/** Headings of files of tones. */
const tones =
  /^\s*\[(?:NUMBER OF (?:CALL PROGRESS TONES|(?:DISTINCTIVE )?RINGING PATTERNS|USER DEFINED TONES)|CALL PROGRESS TONE\s*#)/im;

/** Known by their names, else by their first lines. */
export const files: DialectFiles = {
  language: "audiocodes-ini",
  kinds: [{ language: "audiocodes-cpt", offers: ["scripts"], isOne: (head) => tones.test(head) }],
  names: [...withTemplates(["*.ini"])],
  editorLanguages: ["ini", "properties", "plaintext", ...templateLanguages],
  offers: ["phone", "scripts", "tables", "updates"],
  examples: ["examples/audiocodes/mp118_broken.ini"],
  recognize(fileName, head) {
    if (tones.test(head)) return 0.9;
    if (!isNamed(fileName, this.names)) return 0;
    if (ownName.test(fileName)) return 0.9;
    let lines = 0;
    let found = 0;
    for (const line of head.split(/\r\n|\r|\n/)) {
      if (certain.test(line)) return 0.8;
      if (line.trim() === "" || /^\s*[;#]/.test(line)) continue;
      if (++lines > maxLines) break;
      if (usual.test(line)) found++;
    }
    return found >= 2 ? 0.7 : 0;
  },
};

/** The name says that devices load the file: a model, or the address of one device. */
export function isDeviceFile(name: string): boolean {
  return ownName.test(name) || /(?:^|[^0-9a-f])(?:[0-9a-f]{2}[-_ ]?){5}[0-9a-f]{2}(?![0-9a-f])/i.test(name);
}
