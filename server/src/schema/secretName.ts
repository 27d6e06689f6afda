import { distance } from "fastest-levenshtein";
import { detached } from "../text/detached";
import type { Catalogue } from "./catalogue";
import type { NameRules } from "./model";
import { caseVariant, nearestName } from "./nearestName";

// Which elements contain a password or key. The catalogue says so for the names it has; for others the name itself and
// the known name that is near it.

const words = new Set(
  `pass passes pw pwd pswd psw pwrd passwd passwds passcode passcodes passkey passphrase password passwords pin pins
  pincode psk ikm kek otp totp secret secrets credential credentials cred creds token tokens community communities jwt
  hmac bearer authorization cookie apikey authkey accesskey secretkey privatekey sharedkey enckey encryptionkey
  passwort kennwort senha contrasena contrasenia motdepasse mdp wachtwoord parola haslo heslo`.split(/\s+/),
);

/** In one word with others: `adminpassword`, `sipsecret`. */
const stems =
  /passw(?!ind)|pswd|passphrase|passcode|secret|credential|community|(?:api|auth|access|private|shared|encryption|wep|wpa|psk)key|(?:user|admin|sip|web|line|login|auth)pass$|(?:auth|access|api|session|refresh)token|motdepasse/;

/** What is misspelt most. */
const targets = ["password", "passwd", "passphrase", "passcode", "secret", "credential", "credentials", "community"];
const otherWords = new Set(
  "passport passports passthru passed passive passage secrete sector section passmode commodity communicate".split(" "),
);

/** Keys that encrypt or let in, beside those that a finger presses. */
const lockKeys = new Set(
  "api auth authentication private secret shared preshared access encryption encrypt decryption aes des session master crypto ssh ssl tls srtp wep wpa wpa2 wpa3 psk license licence licenses activation provisioning site device signing hash hmac security network wifi wlan http https profile config radius snmp vpn ipsec ike rc4 webkey".split(
    " ",
  ),
);
const pressedKeys = new Set(
  `line soft hard hot feature function unit programmable speed dial menu mute hold dnd nav navigation star pound hash volume headset blf memory kem pad side car module console extended idle message messages park transfer conference conf off hook redial paging intercom call pickup ring shift up down left right ok cancel back home sort one touch dss plk public fn quick short virtual custom directory voicemail
  digit talk end speaker wakeup extension re`.split(/\s+/),
);

/** What is said about a password is not one: whether it is required, its length. */
const about = new Set(
  `required require enable enabled disable disabled length len min max minimum maximum interval timeout timer expiry
  expires expiration policy type mode method format prompt label age retries attempts count complexity strength
  history visible masked hidden show change changed forced source location option options usage support supported
  id index tone warning warnings delay`.split(/\s+/),
);

/** A word or number that such a setting takes. */
const plainWord = /^(?:yes|no|on|off|true|false|y|n|enabled?|disabled?|none|default|\d{1,3})?$/i;

/** Whether a name that no catalogue has sounds like a password or key. */
export function isSecretName(name: string): boolean {
  return sound(name) === "secret";
}

/** The same for a name with its value: something about a password has a plain value. */
function soundsSecret(name: string, value: string): boolean {
  const heard = sound(name);
  return heard === "secret" || (heard === "about a secret" && !plainWord.test(value.trim()));
}

type Sound = "secret" | "about a secret" | "other";

const heard = new Map<string, Sound>();
const maxAnswers = 2000;

function sound(name: string): Sound {
  let found = heard.get(name);
  if (found === undefined) {
    found = listen(name);
    if (heard.size >= maxAnswers) heard.clear();
    if (name.length <= maxNameLength) heard.set(detached(name), found);
  }
  return found;
}

const maxNameLength = 120;

function listen(name: string): Sound {
  const parts = wordsOf(name.slice(0, maxNameLength));
  const isSecret =
    parts.some((word, i) => words.has(word) || stems.test(word) || isMisspelt(word) || isKey(parts, i)) ||
    // In small pieces: `api_key`.
    stems.test(parts.join(""));
  if (!isSecret) return "other";
  return parts.some((word) => about.has(word)) ? "about a secret" : "secret";
}

/** `ApiKey` and `WPA2PSK` in words of small letters, without numbers. */
function wordsOf(name: string): string[] {
  return name
    .replace(/\{[^{}]*\}/g, "_")
    .replace(/pass_?(?:through|thru)/i, "_")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}

function isMisspelt(word: string): boolean {
  if (word.length < 5 || word.length > 13 || otherWords.has(word)) return false;
  return targets.some((target) => {
    const limit = target.length >= 8 ? 2 : 1;
    if (Math.abs(target.length - word.length) > limit || target[0] !== word[0]) return false;
    return distance(word, target) <= limit || isJumbled(word, target);
  });
}

function isJumbled(word: string, target: string): boolean {
  return word.length === target.length && [...word].sort().join("") === [...target].sort().join("");
}

function isKey(parts: readonly string[], at: number): boolean {
  if (parts[at] !== "key" && parts[at] !== "keys") return false;
  const before = parts[at - 1];
  if (before !== undefined && lockKeys.has(before)) return true;
  return at === parts.length - 1 && !(before !== undefined && pressedKeys.has(before));
}

const kept = new WeakMap<NameRules, readonly RegExp[]>();

/** Whether the catalogue says that names like this one are secrets, whatever they sound like. */
export function isKeptSecret(name: string, { names }: Pick<Catalogue, "names">): boolean {
  let patterns = kept.get(names);
  if (!patterns) {
    patterns = (names.secretNames ?? []).map((pattern) => new RegExp(pattern, "i"));
    kept.set(names, patterns);
  }
  return patterns.some((pattern) => pattern.test(name));
}

const known = new WeakMap<Catalogue, Map<string, boolean | undefined>>();

/** Whether an element contains a secret; an unknown name counts as the known one that it nearly is. */
export function isSecretElement(name: string, path: string, value: string, catalogue: Catalogue): boolean {
  return answerByName(name, path, catalogue) ?? soundsSecret(name, value);
}

/** The same for a name with any value; undefined where the value decides. */
export function isSecretByName(name: string, path: string, catalogue: Catalogue): boolean | undefined {
  const answer = answerByName(name, path, catalogue);
  if (answer !== undefined) return answer;
  const heard = sound(name);
  return heard === "about a secret" ? undefined : heard === "secret";
}

function answerByName(name: string, path: string, catalogue: Catalogue): boolean | undefined {
  const found = catalogue.find(name, path);
  if (found) return found.head.secret === true;
  let answers = known.get(catalogue);
  if (!answers || answers.size > maxAnswers) {
    answers = new Map();
    known.set(catalogue, answers);
  }
  const key = path === "" ? name : `${path}/${name}`;
  let answer = answers.get(key);
  if (answer === undefined && !answers.has(key)) {
    answer = byCatalogue(name, path, catalogue);
    answers.set(detached(key), answer);
  }
  return answer;
}

/** Undefined where the name alone decides. */
function byCatalogue(name: string, path: string, catalogue: Catalogue): boolean | undefined {
  const found = catalogue.findPattern(name, path) ?? (path === "" ? undefined : catalogue.findPattern(name, ""));
  if (found) return found.head.secret === true;
  if (isKeptSecret(name, catalogue)) return true;
  const meant = caseVariant(name, {}, catalogue, path) ?? nearestName(name, {}, catalogue, path);
  return meant !== undefined && catalogue.find(meant, path)?.head.secret ? true : undefined;
}
