import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import { nearest } from "../../../text/nearest";
import type { Fix, Problem, Span } from "../../../text/span";
import { findMacros } from "./macro";
import { reportOption } from "./options";
import { brokenScheme, isHost, isPort, notInHost, schemes, urlParts } from "./ruleUrl";

// What keeps a phone from using a URL (specification section 5.1). The checks ask about the URL as it is
// typed, in which any part may come from a macro; the preview asks about the expanded one. `readRuleUrl`
// reads a URL exactly when none of these problems is an error or a warning.

/** A sign of no URL, in the place of macros. */
const open = "\uE000";
/** In the place of macros that bring letters and digits alone. */
const plain = "\uE001";
const plainMacros = new Set(["MA", "MAU", "PSN", "SN"]);

/** Of a URL as it is typed. */
export function urlProblems(url: string, start: number, kind: RuleKind): Problem[] {
  return expandedUrlProblems(maskedUrl(url), start, kind, url);
}

/** The URL with a sign that no URL has for each sign of its macros. */
export function maskedUrl(url: string): string {
  let masked = url;
  for (const { span, name } of findMacros(url)) {
    const sign = plainMacros.has(name) ? plain : open;
    masked = masked.slice(0, span.start) + sign.repeat(span.end - span.start) + masked.slice(span.end);
  }
  // `<server name>` in a manual's example is a placeholder.
  return masked.replace(/<[^<>]*>/g, (place) => open.repeat(place.length));
}

/** Of a URL in which the macros are expanded; `typed` is what fixes are made of. */
export function expandedUrlProblems(url: string, start: number, kind: RuleKind, typed = url): Problem[] {
  if (url === "" || kind === "trigger") return [];
  const at = (from: number, to: number): Span => ({ start: start + from, end: start + to });
  const blank = /\s+/.exec(url);
  if (blank) return [secondReport(typed, kind, at) ?? blankInside(typed, blank.index, blank[0].length, at)];
  const broken = brokenScheme(url);
  if (broken) return [schemeForm(broken.scheme, at(0, broken.length))];
  const { scheme, authorityAt, host, port, pathAt, path } = urlParts(url);
  if (scheme?.toLowerCase() === "gds") return [];
  if (scheme !== undefined && !schemes.includes(scheme.toLowerCase()) && !scheme.includes(open))
    return [unknownScheme(scheme, at(0, scheme.length))];
  const portAt = authorityAt + host.length + 1;
  const problems = hostProblems(host, port, typed.slice(authorityAt, pathAt), at(authorityAt, pathAt));
  if (problems.length === 0 && port !== undefined && !port.includes(open) && !isPort(port))
    problems.push(portProblem(typed.slice(portAt, pathAt), at(port === "" ? portAt - 1 : portAt, pathAt)));
  // A macro may bring the path along, a program may fill in what is in braces.
  if (problems.length === 0 && path === undefined && !/[{}%\uE000]/.test(url))
    problems.push({
      code: "rule/no-path",
      severity: "error",
      message: l10n.t("The path is missing. Write `/` and the file name after the host."),
      span: at(0, url.length),
    });
  if (kind === "upgrade" && host === "" && port === undefined && path !== undefined)
    problems.push({
      code: "rule/upgrade-without-server",
      severity: "warning",
      message: l10n.t("The URL has no server. The phone does not use the DHCP server for upgrades."),
      span: at(0, url.length),
    });
  const isWeb = /^https?$/i.test(scheme ?? "");
  const backslash = path && isWeb ? path.slice(0, path.search(/[?#]|$/)).indexOf("\\") : -1;
  if (problems.length === 0 && backslash >= 0)
    problems.push(backslashIn(at(pathAt + backslash, pathAt + backslash + 1)));
  return problems;
}

function backslashIn(span: Span): Problem {
  return {
    code: "rule/backslash",
    severity: "warning",
    message: l10n.t(
      "Folders in a URL must be separated by `/`. The phone sends `\\` unchanged, and the server does not find the file.",
    ),
    span,
    fixes: [replacing(span, "/")],
  };
}

function schemeForm(scheme: string, span: Span): Problem {
  const meant = `${scheme.toLowerCase()}://`;
  return {
    code: "rule/scheme-form",
    severity: "error",
    message: l10n.t("The phone cannot read the URL. Write `{0}` before the host.", meant),
    span,
    fixes: [{ title: l10n.t("Replace with `{0}`", meant), safe: true, edits: [{ span, text: meant }] }],
  };
}

function unknownScheme(scheme: string, span: Span): Problem {
  const near = nearest(scheme.toLowerCase(), schemes);
  return {
    code: "rule/scheme",
    severity: "warning",
    message: near
      ? l10n.t("Unknown scheme `{0}`. Did you mean `{1}`?", scheme, near)
      : l10n.t("Unknown scheme `{0}`. Phones use `tftp`, `http` or `https`.", scheme),
    span,
    ...(near && { fixes: [replacing(span, near)] }),
  };
}

function portProblem(port: string, span: Span): Problem {
  const message =
    port === ""
      ? l10n.t("The port is missing after the colon. The phone cannot use the URL.")
      : /^\d+$/.test(port)
        ? l10n.t("Port {0} is too high. Use 0 to 65535.", port)
        : l10n.t("`{0}` is not a valid port. Use 0 to 65535.", port);
  return {
    code: "rule/port",
    severity: "error",
    message,
    span,
    ...(port === "" && { fixes: [{ title: l10n.t("Remove the colon"), edits: [{ span, text: "" }] }] }),
  };
}

function hostProblems(host: string, port: string | undefined, typed: string, span: Span): Problem[] {
  const whole = port === undefined ? host : `${host}:${port}`;
  const problem = (message: string, fixes: Fix[] = []): Problem[] => [
    { code: "rule/host", severity: "error", message, span, ...(fixes.length > 0 && { fixes }) },
  ];
  if (whole.includes("@"))
    return problem(
      l10n.t("A URL in a rule cannot contain a user. Write `[--uid NAME --pwd PASSWORD]` before the URL."),
    );
  if (whole.includes("\\"))
    return problem(l10n.t("A URL cannot contain `\\`. The phone cannot read the host. Write `/`."), [
      replacing(span, typed.replaceAll("\\", "/")),
    ]);
  if (/^[\dA-Fa-f]{0,4}(?::[\dA-Fa-f]{0,4}){2,7}$/.test(whole))
    return problem(l10n.t("An IPv6 address must be in brackets. The phone cannot read the host."), [
      replacing(span, `[${typed}]`),
    ]);
  if (host === "" && port !== undefined)
    return problem(l10n.t("The host is missing before the port. The phone cannot use the URL."));
  if (isHost(host)) return [];
  const sign = notInHost.exec(host)?.[0];
  return problem(
    sign === undefined
      ? l10n.t("The host is not valid. The phone cannot use the URL.")
      : l10n.t("A host cannot contain `{0}`. The phone cannot use the URL.", sign),
  );
}

function replacing(span: Span, text: string): Fix {
  return { title: l10n.t("Replace with `{0}`", text), edits: [{ span, text }] };
}
/** Two rules of a report side by side: a `|` would not make them rules of a profile. */
function secondReport(url: string, kind: RuleKind, at: (from: number, to: number) => Span): Problem | undefined {
  const match = kind === "profile" ? /\s\[[^\]]*?(--(?:delta|status))\b/.exec(url) : undefined;
  if (!match) return undefined;
  const [whole, option = ""] = match;
  const end = match.index + whole.length;
  return { ...reportOption(option, at(end - option.length, end)), severity: "error" };
}

function blankInside(url: string, index: number, length: number, at: (from: number, to: number) => Span): Problem {
  const span = at(index, index + length);
  const rest = url.slice(index + length);
  if (/^(?:[A-Za-z]+:\/\/)?[^/\s]*:$/.test(url.slice(0, index)) || /^(?:\d|\/)/.test(rest))
    return {
      code: "rule/blank-in-url",
      severity: "error",
      message: l10n.t("The space ends the URL. The phone fetches a different file."),
      span,
      fixes: [{ title: l10n.t("Remove the space"), safe: true, edits: [{ span, text: "" }] }],
    };
  const isSecond = /^[([]|^[A-Za-z]+:\/\//.test(rest);
  return {
    code: "rule/blank-in-url",
    severity: "error",
    message: isSecond
      ? l10n.t("Missing `|` between two alternatives.")
      : l10n.t("A URL cannot contain spaces. The phone cannot read the rule."),
    span,
    ...(isSecond && { fixes: [{ title: l10n.t("Insert the missing `|`"), edits: [{ span, text: " | " }] }] }),
  };
}
