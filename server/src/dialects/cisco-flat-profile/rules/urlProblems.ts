import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";
import type { RuleKind } from "./ast";

// URL = [ scheme "://" ] [ host [ ":" port ] ] filepath : specification section 5.1, judged before
// macros are expanded: any part may come from one.

const schemes = ["tftp", "http", "https", "gds"];

export function urlProblems(url: string, start: number, kind: RuleKind): Problem[] {
  if (url === "") return [];
  const at = (from: number, to: number): Span => ({ start: start + from, end: start + to });
  // `<server name>` in a manual's example stands for a name.
  const blank = /\s+/.exec(url.replace(/<[^<>]*>/g, (place) => "x".repeat(place.length)));
  if (blank) return [blankInside(url, blank.index, blank[0].length, at)];
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/{2})?([^/?]*)(\/.*)?/s.exec(url);
  const scheme = match?.[1];
  const host = match?.[2] ?? "";
  if (scheme !== undefined && !schemes.includes(scheme.toLowerCase()))
    return [
      {
        code: "rule/scheme",
        severity: "warning",
        message: l10n.t("phones fetch by tftp, http and https; they do not know {0}", scheme),
        span: at(0, scheme.length),
      },
    ];
  if (scheme?.toLowerCase() === "gds") return [];
  const hostStart = scheme === undefined ? 0 : scheme.length + 3;
  const problems: Problem[] = [];
  const port = /:(\d+)$/.exec(host);
  if (port && Number(port[1]) > 65535)
    problems.push({
      code: "rule/port",
      severity: "error",
      message: l10n.t("ports end at 65535"),
      span: at(hostStart + port.index + 1, hostStart + host.length),
    });
  // A macro may bring the path along, a program may fill in what is in braces.
  const isOpen = /[${}<%]/.test(host);
  if (match?.[3] === undefined && !isOpen)
    problems.push({
      code: "rule/no-path",
      severity: "error",
      message: l10n.t("the path is missing: behind the host stands / and the name of a file"),
      span: at(0, url.length),
    });
  if (kind === "upgrade" && host === "" && !url.includes("://"))
    problems.push({
      code: "rule/upgrade-without-server",
      severity: "warning",
      message: l10n.t("an upgrade rule names its server: there is no DHCP server to fall back on"),
      span: at(0, url.length),
    });
  return problems;
}

function blankInside(url: string, index: number, length: number, at: (from: number, to: number) => Span): Problem {
  const span = at(index, index + length);
  const rest = url.slice(index + length);
  if (/^(?:[A-Za-z]+:\/\/)?[^/\s]*:$/.test(url.slice(0, index)) || /^(?:\d|\/)/.test(rest))
    return {
      code: "rule/blank-in-url",
      severity: "error",
      message: l10n.t("a blank inside the URL ends it; the phone fetches something else"),
      span,
      fixes: [{ title: l10n.t("Remove the blank"), safe: true, edits: [{ span, text: "" }] }],
    };
  // Rules of a report stand side by side; a | would not make them rules of a profile.
  const isSecond = !/^\[[^\]]*--(?:delta|status)\b/.test(rest) && /^[([]|^[A-Za-z]+:\/\//.test(rest);
  return {
    code: "rule/blank-in-url",
    severity: "error",
    message: isSecond
      ? l10n.t("| is missing between two alternatives")
      : l10n.t("a URL holds no blanks; the phone cannot read the rule"),
    span,
    ...(isSecond && { fixes: [{ title: l10n.t("Insert |"), edits: [{ span, text: " | " }] }] }),
  };
}
