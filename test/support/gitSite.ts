import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { defaultUserSettings } from "../../server/src/analysis/settings";
import { ClientTree } from "../../server/src/browser/clientTree";
import type { ClientAbilities } from "../../server/src/features/feature";
import type { Server } from "../../server/src/features/requestFeature";
import type { SiteRemark } from "../../server/src/features/siteRemarks";
import { OpenDocuments } from "../../server/src/lsp/openDocuments";
import { decode, Sites } from "../../server/src/lsp/sites";
import { nodeRuntime } from "../../server/src/node/runtime";
import type { ImpactProgress } from "../../server/src/protocol/site";
import { pools } from "./problems";

const client: ClientAbilities = {
  snippets: false,
  labelDetails: false,
  markdown: true,
  hierarchicalSymbols: true,
  editRangeDefault: false,
};

/** A folder of a site with the server that answers for it; files that a test opens count as they are typed. */
export class GitSite {
  readonly folder = mkdtempSync(path.join(tmpdir(), "flat-profile-site-"));
  readonly root = pathToFileURL(this.folder).href;
  readonly documents = new OpenDocuments();
  readonly reports: ImpactProgress[] = [];
  /** What the last request found out about open files. */
  remarks: ReadonlyMap<string, readonly SiteRemark[]> = new Map();
  /** Called each time that long work pauses. */
  onPause: () => void = () => undefined;
  readonly server: Server;
  readonly #sites: Sites;
  #version = 0;

  /** `inBrowser`: there is no git, and the client reads the files. */
  constructor(files: Readonly<Record<string, string>>, { hasGit = true, inBrowser = false } = {}) {
    const runtime = inBrowser
      ? { ...nodeRuntime, siteTree: (folder: string) => new ClientTree(folder, readBytes) }
      : nodeRuntime;
    this.#sites = new Sites(runtime, this.documents, pools);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    const file: Server["file"] = async (uri) => this.documents.file(uri, pools, defaultUserSettings, client);
    const documents = this.documents;
    this.server = {
      services: pools,
      history: hasGit ? nodeRuntime.history : undefined,
      file,
      async *openFiles() {
        for (const uri of [...documents.uris()]) {
          const found = await file(uri);
          if (found) yield found;
        }
      },
      async *workspaceFiles() {
        yield* this.openFiles();
      },
      site: (uri) => this.#sites.of(uri, [this.root]),
      read: async (uri) => documents.typed(uri)?.text.toString() ?? (await nodeRuntime.readFile?.(uri)),
      saved: async () => undefined,
      decode,
      pause: async () => {
        this.onPause();
        await nodeRuntime.yieldToMessages();
      },
      rendered: async () => null,
      remark: (_, found) => {
        this.remarks = found;
      },
      report: (progress) => this.reports.push(progress),
    };
  }

  at(name: string): string {
    return `${this.root}/${name}`;
  }

  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  type(name: string, text: string): void {
    const uri = this.at(name);
    if (this.documents.version(uri) === undefined) this.documents.open(uri, ++this.#version, text, "flat-profile");
    else this.documents.change(uri, ++this.#version, [{ text }]);
  }

  git(...args: readonly string[]): string {
    const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...who, ...args], { cwd: this.folder, encoding: "utf8", stdio: "pipe" });
  }

  commit(message = "x"): void {
    this.git("add", "-A");
    this.git("commit", "-q", "-m", message);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What the client answers to flatProfile/readBytes. */
async function readBytes(uri: string): Promise<string | null> {
  await new Promise((resolve) => setTimeout(resolve, 1));
  const file = fileURLToPath(uri);
  return existsSync(file) ? readFileSync(file).toString("base64") : null;
}

/** Runs `body` with a site whose files are committed. */
export async function withGitSite(
  files: Readonly<Record<string, string>>,
  body: (site: GitSite) => Promise<void>,
): Promise<void> {
  const site = new GitSite(files);
  try {
    site.git("init", "-q", "-b", "main");
    site.commit();
    await body(site);
  } finally {
    site.close();
  }
}
