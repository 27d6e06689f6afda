import * as vscode from "vscode";
import type { Host } from "../host";

/** What the command line makes of a template. */
export interface Rendered {
  /** The result of the row, with its secrets masked. */
  readonly text?: string;
  /** Counted from 1; of `rows`, which are 0 where nothing is rendered. */
  readonly row: number;
  readonly rows: number;
  /** Problems of the results of all rows, at the template. */
  readonly problems: readonly vscode.Diagnostic[];
  /** Why nothing is rendered. */
  readonly fault?: string;
  /** Neither a person nor the configuration says what the data is. */
  readonly lacksData?: boolean;
}

interface Line {
  readonly row?: number;
  readonly text?: string | null;
  readonly rows?: number | readonly number[];
  readonly code?: string;
  readonly severity?: "error" | "warning" | "info" | "hint";
  readonly message?: string;
  readonly range?: { readonly start: vscode.Position; readonly end: vscode.Position };
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Renders a saved template; `data` are addresses of files, none for those of the configuration. */
export async function renderWith(
  { run }: Host,
  template: vscode.Uri,
  data: readonly string[],
  row: number,
): Promise<Rendered> {
  const none = (fault: string): Rendered => ({ row: 0, rows: 0, problems: [], fault });
  if (!run || template.scheme !== "file")
    return none(vscode.l10n.t("Templates are rendered in desktop windows only, and when they are saved."));
  if (!vscode.workspace.isTrusted) return none(vscode.l10n.t("Templates are rendered in trusted folders only."));
  const command = vscode.workspace.getConfiguration("flatProfile").get<readonly string[]>("commandLine", []);
  const folder = vscode.Uri.joinPath(template, "..");
  const files = data.flatMap((address) => ["--data", pathFrom(folder, vscode.Uri.parse(address, true))]);
  // The window is trusted, and so are the commands of its configuration.
  const words = [...command, "render", template.fsPath, "--format", "json", "--allow-commands", ...files];
  const [all, one] = await Promise.all([
    run(words, folder.fsPath),
    run([...words, "--row", String(row)], folder.fsPath),
  ]);
  if (!all || !one)
    return none(
      vscode.l10n.t(
        "The command line `{0}` cannot be started. Install it, or set `flatProfile.commandLine`.",
        command[0] ?? "",
      ),
    );
  const problems = linesOf(all.out).flatMap(problemOf);
  const shown = linesOf(one.out).find((line) => line.row !== undefined);
  const fault = one.err.trim().replace(/^flat-profile: /, "");
  if (!shown) return { ...none(fault), problems, lacksData: /There is no data\./.test(fault) };
  return {
    ...(typeof shown.text === "string" && { text: shown.text }),
    row,
    rows: Number(shown.rows),
    problems,
  };
}

function linesOf(text: string): readonly Line[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Line];
    } catch {
      return []; // the output of another program
    }
  });
}

/** What the template has without data, the server reports. */
function problemOf({ code, severity = "error", message, range, rows }: Line): readonly vscode.Diagnostic[] {
  if (code === undefined || message === undefined || !range || !Array.isArray(rows)) return [];
  const { start, end } = range;
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  const problem = new vscode.Diagnostic(place, message, severities[severity]);
  problem.source = "flat-profile";
  problem.code = code;
  return [problem];
}

/** Short, as messages repeat it. */
function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  const start = folder.path.replace(/\/?$/, "/");
  return file.path.startsWith(start) ? file.path.slice(start.length) : file.fsPath;
}
