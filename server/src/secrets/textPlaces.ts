import type { Span } from "../text/span";

// Secrets in addresses, assignments and headers, recognized from the text alone.

export type Add = (start: number, end: number, isUser?: boolean) => void;

/** `$(MAU:4:2)`: its colons do not begin a password. */
const part = /\$\([A-Z]+\d*(?::\d+){1,2}\)/.source;
/** Characters of `set`, and whole parts of macros. */
const withParts = (set: string, most: number) => `(?:${part}|(?!${part})${set}){0,${most}}`;
/** A password may contain @ itself; one with a slash is taken as such when no port explains the colon. */
const userInfo = new RegExp(
  `://${withParts('[^\\s/:<>"|%]', 256)}(?::|%3A)(?:([^\\s/<>"|]{1,1024})(?:@|%40)|(?!\\d{1,5}(?:[/?#|\\s]|$))([^\\s<>"@]{1,1024})@)`,
  "gi",
);
/** Addresses without slashes: `sip:user:password@host`. */
const shortInfo =
  /(?<![\w.-])(?:sips?|ldaps?|h323|xmpp|mailto|imaps?|smtps?|pop3?s?|rtsps?|s?ftps?|https?|tftp|wss?|turns?|stuns?):(?!\/\/)[^\s:@<>"/;,]{0,256}:([^\s<>"|/]{1,1024})@/gi;
/** `user:password@host` alone; a port or time has no letter and few digits. */
const bareInfo =
  /(?<=^|[\s,;|="'([>])(?!(?<=\$\()[A-Z]+\d*(?::\d+){1,2}\))[\w.+$-]{1,256}:(?=[^\s:/@<>"|]*[A-Za-z]|\d{6})([^\s/<>"|;,]{1,256})@(?=[\w[$])/g;
const onlyUser = new RegExp(
  `(?:https?|s?ftps?|tftp|wss?)://(?=[^:@])(${withParts('[^\\s/@:<>"|?#]', 1024)})(?::([^\\s/@<>"|]{0,1024}))?@`,
  "gi",
);

export function addressPlaces(text: string, add: Add): void {
  if (!text.includes("@") && !text.includes("%40")) return;
  const addFirst = (match: RegExpExecArray, part: string | undefined, isUser = false) => {
    if (part === undefined) return;
    const end = match.index + match[0].length - (/%40$/.test(match[0]) ? 3 : 1);
    add(end - part.length, end, isUser);
  };
  for (const match of text.matchAll(userInfo)) addFirst(match, match[1] ?? match[2]);
  for (const match of text.matchAll(shortInfo)) addFirst(match, match[1]);
  for (const match of text.matchAll(bareInfo)) addFirst(match, match[1]);
  for (const match of text.matchAll(onlyUser)) {
    const [whole, user = "", password] = match;
    const isAlone = password !== undefined && isNotPassword(password) && !user.includes("$");
    const isToken = isAlone || !isPlainUser(user);
    if (!isToken) continue;
    const start = match.index + whole.indexOf("://") + 3;
    add(start, start + user.length);
  }
}

/** What services take as the password where the user is the token. */
function isNotPassword(password: string): boolean {
  return password === "" || /^(?:x|api|api_?token|token|x-oauth-basic|oauth2?|unused|none)$/i.test(password);
}

const minTokenLength = 8;
const maxUserLength = 40;
/** `ann`, `AnnSmith`, `ADMIN`, `ann1001`, `site12b`, `1001`, `00005e005301`; at most what E.164 allows. */
const userPart =
  /^(?:(?:[A-Z]?[a-z]{1,20}|[A-Z][a-z]{2,12}(?:[A-Z][a-z]{2,12}){0,2}|[a-z]{2,12}[A-Z][a-z]{2,12}|[A-Z]{1,16})(?:\d{1,6}[a-z]?)?|\+?\d{1,15}|(?:[0-9a-f]{12}|[0-9A-F]{12}))$/;
/** How well-known services begin their tokens, and names that say it. */
const tokenPrefix =
  /^(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk[_-]|pk[_-]|npm_|hf_|dop_v1_|AKIA|eyJ|(?:api[_-]?)?(?:token|key|secret)[_-])/i;
const macro = /\$\(?[A-Z]+\d*(?::\d+){0,2}\)?/g;

/** A name as people and devices have it: words and numbers. Anything long or mixed may be a token. */
function isPlainUser(user: string): boolean {
  const rest = user.replace(macro, "");
  if (rest.length < minTokenLength) return true;
  if (rest.length > maxUserLength || tokenPrefix.test(rest)) return false;
  const parts = rest.split(/[._+-]|%40|%2B/).filter((part) => part !== "");
  return parts.length <= 5 && parts.every((part) => userPart.test(part));
}

const assignment = /(?:(?<![\w.-])|(?<=%(?:26|3F|3B)))([A-Za-z][\w.-]{0,120})["']?\s*(?:=|%3D)\s*/gi;
/** A bare value ends where a list goes on with the next name. */
const assigned =
  /"[^"]*"?|'[^']*'|\u201c[^\u201d]*\u201d?|(?:(?![&,|]\s{0,8}[A-Za-z][\w.-]{0,120}\s{0,8}=|%26|&amp;)[^;\s])+/iy;

/** Parameters of addresses that let somebody in. */
const queryNames =
  /^(?:.*[._-])?(?:sig|signature|auth|access|key|hash|ticket|sid|session|session_?id|jsessionid|phpsessid|assertion|saml\w*|nonce|code_verifier|client_assertion|p|k)$/i;

export function assignmentPlaces(text: string, isSecret: (name: string) => boolean, add: Add): void {
  let hiddenTo = 0;
  for (const match of text.matchAll(assignment)) {
    if (match.index < hiddenTo) continue;
    const name = match[1] ?? "";
    const before = text[match.index - 1];
    const inQuery =
      before === "?" || before === "&" || (before === ";" && text.endsWith("&amp;", match.index)) || before === "F";
    if (!isSecret(name) && !(inQuery && queryNames.test(name))) continue;
    const start = match.index + match[0].length;
    assigned.lastIndex = start;
    hiddenTo = start + (assigned.exec(text)?.[0].length ?? 0);
    add(start, hiddenTo);
  }
}

const header = /(?<![\w-])(?:Basic|Bearer|Digest|Token|ApiKey)\s+([A-Za-z0-9+/=._~-]{8,4096})/g;
const member = /(["']?)(?<![\w.-])([A-Za-z][\w.-]{0,120})\1:(?!\/\/)\s*("[^"]*"?|'[^']*'?|(?<=:)[^\s;,"'<>]{4,1024})/g;

const authorization = /(?<![\w-])Authorization["']?\s*[:=]\s*["']?(?:[A-Za-z]+\s+)?([^\s"']{1,4096})/gi;

/** `Authorization: Basic …`, `"password": "…"`, `token:…`. */
export function headerPlaces(text: string, isSecret: (name: string) => boolean, add: Add): void {
  for (const match of text.matchAll(header)) {
    const end = match.index + match[0].length;
    if (/[\d+/=_]|[a-z][A-Z]/.test(match[1] ?? "")) add(end - (match[1] ?? "").length, end);
  }
  for (const match of text.matchAll(authorization)) {
    const end = match.index + match[0].length;
    add(end - (match[1] ?? "").length, end);
  }
  if (!text.includes(":")) return;
  for (const match of text.matchAll(member)) {
    const end = match.index + match[0].length;
    if (isSecret(match[2] ?? "")) add(end - (match[3] ?? "").length, end);
  }
}

/** All of them, in the order of the text; they may overlap. */
export function textPlaces(text: string, isSecret: (name: string) => boolean): Span[] {
  const places: Span[] = [];
  const add: Add = (start, end) => {
    if (end > start) places.push({ start, end });
  };
  if (text.includes(":") || text.includes("@")) addressPlaces(text, add);
  if (text.includes(":") || text.includes(" ")) headerPlaces(text, isSecret, add);
  if (text.includes("=") || text.includes("%3")) assignmentPlaces(text, isSecret, add);
  return places.length > 1 ? places.sort((a, b) => a.start - b.start) : places;
}
