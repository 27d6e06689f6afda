import * as l10n from "@vscode/l10n";

// How a phone gets a file: by FTP or HTTPS, with access data of its own or of the file.

export interface AccessData {
  /** Only the name of the file counts then. */
  readonly usesDefaults: boolean;
  readonly method: "FTP" | "HTTPS";
  readonly server?: string | undefined;
  /** With HTTPS. */
  readonly httpsBaseUrl?: string | undefined;
  readonly file?: string | undefined;
}

export interface AccessProblem {
  readonly code: "deployment/https-base" | "deployment/no-server" | "deployment/no-file";
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** What keeps the phone from getting the file. */
export function accessProblems({ usesDefaults, method, server, httpsBaseUrl, file }: AccessData): AccessProblem[] {
  const problems: AccessProblem[] = [];
  const error = (code: AccessProblem["code"], message: string) => problems.push({ code, severity: "error", message });
  if (!usesDefaults && method === "HTTPS" && !httpsBaseUrl)
    error("deployment/https-base", l10n.t("HTTPS needs a base URL, as the default access data is not used."));
  else if (!usesDefaults && method === "HTTPS" && !/^https:\/\/[^/\s]/i.test(httpsBaseUrl ?? ""))
    error(
      "deployment/https-base",
      l10n.t("The base URL does not begin with `https://`. The phone cannot load the file."),
    );
  if (!usesDefaults && method === "FTP" && !server)
    error("deployment/no-server", l10n.t("FTP needs a server, as the default access data is not used."));
  // The URL has the name of the file.
  if (!file && (usesDefaults || method === "FTP"))
    problems.push({
      code: "deployment/no-file",
      severity: "warning",
      message: l10n.t("The name of the file is missing. The phone loads nothing."),
    });
  return problems;
}
