import type { Target } from "./exchange";

/** The address that a Location header names, seen from the place that sent it (RFC 3986, section 5.2). */
export function addressOf(location: string, { scheme, server = "", port, path }: Target): string {
  const text = location.replace(/#.*$/s, "");
  if (/^[A-Za-z][\w+.-]*:\/\//.test(text)) return text;
  if (text.startsWith("//")) return `${scheme}:${text}`;
  const here = path.replace(/\?.*$/s, "");
  const origin = `${scheme}://${server}:${port}`;
  if (text === "") return `${origin}${path}`;
  if (text.startsWith("?")) return `${origin}${here}${text}`;
  const [, written = "", query = ""] = /^([^?]*)(.*)$/s.exec(text) ?? [];
  const whole = written.startsWith("/") ? written : `${here.slice(0, here.lastIndexOf("/") + 1)}${written}`;
  return `${origin}${withoutDots(whole)}${query}`;
}

/** `/a/../b/./c` is `/b/c`. */
function withoutDots(path: string): string {
  if (!/\/\.\.?(?:\/|$)/.test(path)) return path;
  const parts: string[] = [];
  const all = path.split("/").slice(1);
  for (const [i, part] of all.entries()) {
    const isLast = i === all.length - 1;
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
    if (isLast && (part === ".." || part === ".")) parts.push("");
  }
  return `/${parts.join("/")}`;
}
