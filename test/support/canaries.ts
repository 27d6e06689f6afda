import assert from "node:assert/strict";
import { catalogue } from "./catalogue";

// Secrets that can be distinguished wherever they turn up, also in part.

/** Secrets come in letters of both sizes with digits, in small letters, or in digits. */
export type CanaryKind = "mixed" | "letters" | "digits";

const marks: Readonly<Record<CanaryKind, string>> = { mixed: "zqJv", letters: "zqjv", digits: "90731" };

/** Canaries by the place where they are put. */
export class Canaries {
  readonly #places: string[] = [];

  constructor(readonly kind: CanaryKind = "mixed") {}

  /** A new secret; `place` says where it is when it is found elsewhere. */
  at(place: string): string {
    this.#places.push(place);
    const number = String(this.#places.length).padStart(3, "0");
    if (this.kind === "mixed") return `${marks.mixed}${number}Kw8`;
    if (this.kind === "digits") return `${marks.digits}${number}4`;
    return marks.letters + [...number].map((digit) => "abcdefghij"[Number(digit)]).join("");
  }

  /** Fails when anything of a canary is in `shown`. */
  checkHidden(what: string, shown: unknown): void {
    const text = typeof shown === "string" ? shown : (JSON.stringify(shown) ?? "");
    const mark = marks[this.kind].toLowerCase();
    const at = text.toLowerCase().indexOf(mark);
    if (at < 0) return;
    const after = text.slice(at + mark.length, at + mark.length + 3);
    const digits = this.kind === "letters" ? [...after].map((c) => "abcdefghij".indexOf(c)).join("") : after;
    const around = text.slice(Math.max(0, at - 80), at + 60);
    assert.fail(`${what} shows the secret of ${this.#places[Number(digits) - 1] ?? "?"}: ${around}`);
  }
}

/** A file with a canary in every place that contains secrets, and as many faults around them as the reader knows. */
export function fileOfSecrets(canaries: Canaries): string {
  const c = (place: string) => canaries.at(place);
  const secrets = catalogue.concreteNames({}).flatMap((name) => {
    const parameter = catalogue.find(name)?.parameter;
    return parameter?.secret && !/_(?:[3-9]|\d\d)_$/.test(name) ? [`<${name}>${c(name)}</${name}>`] : [];
  });
  const urls = catalogue.concreteNames({}).flatMap((name) => {
    const type = catalogue.find(name)?.parameter.type ?? "";
    return /url|rule|uri/i.test(type) && !/_(?:[3-9]|\d\d)_$/.test(name)
      ? [`<${name}>http://user:${c(`${name} (${type})`)}@h/x.xml</${name}>`]
      : [];
  });
  return `<flat-profile>
<Profile_Rule>[--key ${c("--key")} --uid ${c("--uid")} --pwd "${c("--pwd in quotes")}"] https://h/x.xml</Profile_Rule>
<Profile_Rule_B>("$A" eq "x" and $SWVER ge 11.0.0)? [--key${c("--key without a blank")}] http://h/ | [--pwd “${c("--pwd in curly quotes")}”] tftp://h/$SA</Profile_Rule_B>
<Profile_Rule_C>(Admin_Passwd = "${c("assigned Admin_Passwd")}"; GPP_SB = "${c("assigned GPP_SB")}"; User_Password = ${c("assigned without quotes")})! [ --key ${c("--key before a problem")} –uid x --pwd ${c("--pwd")}</Profile_Rule_C>
<Profile_Rule_D>[--post a --pwd ${c("--pwd behind --post")} stray] https://u:${c("password of a URL with a port")}@h:8443/$MAconfig</Profile_Rule_D>
<Upgrade_Rule>[--pwd ${c("--pwd of an upgrade")}] http://u:${c("password of an upgrade")}@h/sip88xx.12-0-2MPP0001-116.loads</Upgrade_Rule>
<Report_Rule>[--delta --key ${c("--key of a report")}] http://u:${c("password of a report")}@h/r</Report_Rule>
<PRT_Upload_Rule>[--uid ${c("--uid of a problem report")} --pwd ${c("--pwd of a problem report")}] http://h/p</PRT_Upload_Rule>
<Log_Request_Msg>$PN $SA http://u:${c("password in a message")}@h/</Log_Request_Msg>
<GPP_E>[--key ${c("--key in GPP_E")}] https://h/x.xml</GPP_E>
${secrets.join("\n")}
${urls.join("\n")}
<Password_1_ value="${c("value of an attribute")}"/>
<Password_2_ ua="${c("attribute ua of Password_2_")}">x</Password_2_>
<password_1_>${c("password_1_ in small letters")}</password_1_>
<My_Own_Password_>${c("My_Own_Password_")}</My_Own_Password_>
<Enable_IP_Dialing_1_>http://u:${c("password of a URL in a flag")}@h/</Enable_IP_Dialing_1_>
<GPP_SA>a&${c("entity in GPP_SA")};</GPP_SA>
<GPP_SB>a<${c("markup in GPP_SB")}</GPP_SB>
<GPP_SC>“${c("GPP_SC in curly quotes")}”é</GPP_SC>
<GPP_SD>  ${c("GPP_SD with blanks")} 	</GPP_SD>
<!-- <Admin_Password>${c("comment")}</Admin_Password> -->
<User_Password>${c("no end tag")}
<Admin_Password>${c("wrong end tag")}</User_Password>
</flat-profile>
`;
}

/** A device file, with one more fault each time. */
export function devicesOfSecrets(canaries: Canaries): readonly string[] {
  const c = (place: string) => canaries.at(`device file: ${place}`);
  const secrets = `"secrets": { "SA": "${c("SA")}", "SB": "${c("SB")}", "SC": "${c("SC")}", "SD": "${c("SD")}" }`;
  const rest = `"mobility": { "user": "u", "password": "${c("mobility")}" }, "settings": { "Password_1_": "${c("Password_1_")}", "GPP_SA": "${c("GPP_SA")}" }`;
  return [
    `{ "devices": [ { "id": "desk", "model": "8841", "mac": "00:00:5e:00:53:01", "firmware": "sip88xx.12-0-1MPP0001-245", ${secrets}, ${rest} } ] }`,
    `{ "devices": [ { "id": "desk", "secrets": { "SE": "${c("SE")}", "SA": ["${c("list")}"], "SB": { "store": "${c("store")}" } } } ] }`,
    `{ "devices": [ { "id": "desk", "mac": "${c("mac")}", "secrets": "${c("secrets as text")}", "mobility": "${c("mobility as text")}" } ] }`,
    `{ "devices": [ { "secrets": { "SA": "${c("before the end of the file")}`,
    `{ "devices": [ { "id": "desk", "secrets": { "SA": ${c("without quotes")} } } ] }`,
  ];
}
