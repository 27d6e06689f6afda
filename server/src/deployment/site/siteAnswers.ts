import { type Device, macDigits } from "../../devices/device";
import { collect, sourceOf } from "../../encryption/bytes";
import { EncryptionFault } from "../../encryption/encryptionFault";
import { type OpenOptions, open } from "../../encryption/open";
import type { Platform } from "../../encryption/platform";
import type { Answer, Request, Secret } from "../exchange";
import { urlOf } from "../exchange";
import { Latest, setIn } from "../latest";
import { prefixOf, type SiteProblem } from "../report";
import { entryFor, fileFor, type Site, type SiteEntry } from "../siteMap";
import { SiteContents } from "./siteContents";
import { type Found, type FoundFile, maxSiteFileBytes, type Tree } from "./tree";

// Answers of a site whose files are here: what a server would give, and what a phone would open of it.

/** Files that are named after one device. */
const maxOwnFiles = 16;

/** What the answers need of where they are made. */
export interface SiteHost {
  readonly platform: Platform;
  /** The text of a whole file as devices read it: UTF-8, whatever its first bytes say. */
  decode(bytes: Uint8Array): string;
  encode(text: string): Uint8Array;
  /** Runs a command of the site map: what it prints, or why it prints nothing; absent where none may run. */
  render?(command: readonly string[], input: RenderInput): Promise<Uint8Array | string>;
  /** A file that is there cannot be read. */
  unreadable?(name: string, error: unknown): void;
}

export interface RenderInput {
  readonly device: Device;
  readonly url: string;
  readonly revision: string | null;
}

/** Notes what happens while one device is answered. */
export interface AnswerNotes {
  problem(problem: SiteProblem): void;
  /** A file that was looked for, found or not. */
  asked?(found: Found): void;
}

/** What is wrong with a site, once for each URL or file. */
export class SiteProblems implements AnswerNotes {
  #problems = new Map<string, SiteProblem>();

  problem(problem: SiteProblem): void {
    this.#problems.set(`${problem.code} ${problem.url ?? ""} ${problem.file ?? ""}`, problem);
  }

  /** Those found so far. */
  take(): readonly SiteProblem[] {
    if (this.#problems.size === 0) return [];
    const found = [...this.#problems.values()];
    this.#problems = new Map();
    return found;
  }
}

/** An answer, and the device that was the first to get it. */
interface FirstGiven {
  readonly answer: Answer;
  readonly first: string;
}

export class SiteAnswers {
  readonly #problems = new SiteProblems();
  /** By content and how it is opened. */
  readonly #files = new Map<string, FirstGiven>();
  readonly #own = new Latest<FirstGiven>(maxOwnFiles);
  readonly #shared = new Map<string, Answer>();
  /** What one device was given, by URL: it asks again in each round. */
  #given = new Map<string, Answer>();
  #device: Device | undefined;

  constructor(
    readonly site: Site,
    readonly tree: Tree,
    readonly host: SiteHost,
    readonly revision?: string,
    /** Files that another state of the site may have alike. */
    readonly contents: SiteContents = new SiteContents(),
  ) {}

  /** What is wrong with the site, found so far by answers without notes of their own. */
  takeProblems(): readonly SiteProblem[] {
    return this.#problems.take();
  }

  /** The file has another content now: what was kept of it is let go. */
  forget(id: string): void {
    this.#given = new Map();
    const isWanted = (key: string) => key.startsWith(`${id}\u0000`);
    for (const kept of [this.#files, this.#shared]) for (const key of kept.keys()) if (isWanted(key)) kept.delete(key);
    this.#own.forget(isWanted);
  }

  close(): void {
    this.tree.close?.();
  }

  answer(request: Request, device: Device, notes?: AnswerNotes): Answer | Promise<Answer> {
    const { purpose, target, decryption } = request;
    if (notes || purpose !== "settings" || decryption.key || decryption.keyingMaterial?.kind === "known")
      return this.#answer(request, device, notes ?? this.#problems);
    if (device !== this.#device) {
      this.#device = device;
      this.#given = new Map();
    }
    const { scheme, server, port, path } = target;
    const key = `${scheme}\u0000${server}\u0000${port}\u0000${path}`;
    const given = this.#given.get(key);
    if (given) return given;
    const answer = this.#answer(request, device, this.#problems);
    // Answers with problems are given again, so that the problems are found again.
    if (!(answer instanceof Promise) && answer.kind === "file") this.#given.set(key, answer);
    return answer;
  }

  #answer(request: Request, device: Device, notes: AnswerNotes): Answer | Promise<Answer> {
    const { target, purpose } = request;
    const entry = entryFor(this.site, target);
    if (!entry) return unmapped(request, notes);
    const { gives } = entry;
    switch (gives.kind) {
      case "status":
        return {
          kind: "status",
          status: gives.status,
          ...(gives.location !== undefined && { location: gives.location }),
        };
      case "timeout":
        return { kind: "failed", reason: "time-out" };
      case "skip":
        return { kind: "unknown", reason: "skipped" };
      case "render":
        if (!this.host.render || purpose === "load") return { kind: "unknown", reason: "not rendered" };
        return this.#rendered(gives.command, request, entry, device, notes);
      case "folder":
      case "file": {
        const place = fileFor(entry, target, device);
        if (place.kind === "missing") return notFound;
        if (place.kind === "escapes") return escapes(urlOf(target), undefined, notes);
        const found = this.tree.find(place.folder, place.path);
        return found instanceof Promise
          ? found.then((each) => this.#found(each, request, entry, device, notes))
          : this.#found(found, request, entry, device, notes);
      }
    }
  }

  #found(
    found: Found,
    request: Request,
    entry: SiteEntry,
    device: Device,
    notes: AnswerNotes,
  ): Answer | Promise<Answer> {
    const url = urlOf(request.target);
    notes.asked?.(found);
    switch (found.kind) {
      case "missing":
        return notFound;
      case "escapes":
        return escapes(url, found.name, notes);
      case "other case":
        notes.problem({
          code: "site/case",
          url,
          file: found.real,
          message: `${url}: The device asks for ${found.name}, and the file is called ${found.real}. A server that distinguishes upper and lower case answers 404.`,
        });
        return notFound;
      case "unreadable":
        return { kind: "status", status: 403 };
      case "file":
        return request.purpose === "load" ? { kind: "status", status: 200 } : this.#file(found, request, entry, device);
    }
  }

  #file(found: FoundFile, { decryption }: Request, entry: SiteEntry, device: Device): Answer | Promise<Answer> {
    const opening = openingOf(decryption, entry);
    if (opening === "unknown") return { kind: "unknown", reason: "key", file: found.name };
    const key = `${found.id}\u0000${found.name}\u0000${opening.encryption}\u0000${opening.text ?? ""}`;
    const shared = this.#shared.get(key);
    if (shared) return shared;
    const known = this.#files.get(key) ?? this.#own.get(key);
    if (known) {
      if (known.first !== device.id) {
        // A second device gets the file, so its result is worth keeping.
        if (known.answer.kind === "file") known.answer.file.isShared = true;
        this.#shared.set(key, known.answer);
        this.#files.delete(key);
      }
      return known.answer;
    }
    const isOwn = isOf(device, found.name);
    const keep = (answer: Answer) => {
      // A name without anything of the device is surely for others too.
      if (answer.kind === "file" && !isOwn) answer.file.isShared = true;
      if (isOwn) this.#own.set(key, { answer, first: device.id });
      else setIn(this.#files, key, { answer, first: device.id });
      return answer;
    };
    const id = opening.encryption === "plain" ? this.tree.contentId?.(found) : undefined;
    const same = id === undefined ? undefined : this.contents.withId(found.name, id);
    if (same) return keep({ kind: "file", file: same });
    let bytes: Uint8Array | Promise<Uint8Array>;
    try {
      bytes = this.tree.read(found);
    } catch (error) {
      return this.#unreadable(found.name, error);
    }
    const plain = (content: Uint8Array): Answer =>
      keep({ kind: "file", file: this.contents.file(found.name, this.host.decode(content), { id, isOwn }) });
    if (!(bytes instanceof Promise) && isPlain(bytes, opening)) return plain(bytes);
    return (async () => {
      try {
        const content = await bytes;
        return isPlain(content, opening)
          ? plain(content)
          : keep(await this.#opened(found.name, content, opening, isOwn));
      } catch (error) {
        return this.#unreadable(found.name, error);
      }
    })();
  }

  async #rendered(
    command: readonly string[],
    { decryption, target }: Request,
    entry: SiteEntry,
    device: Device,
    notes: AnswerNotes,
  ): Promise<Answer> {
    const opening = openingOf(decryption, entry);
    if (opening === "unknown") return { kind: "unknown", reason: "key" };
    const url = urlOf(target);
    const output = (await this.host.render?.(command, { device, url, revision: this.revision ?? null })) ?? "";
    if (typeof output === "string") {
      notes.problem({ code: "site/render", url, message: `${url}: ${output}` });
      return { kind: "status", status: 500 };
    }
    return this.#opened(url, output, opening, false);
  }

  async #opened(name: string, bytes: Uint8Array, opening: Opening, isOwn: boolean): Promise<Answer> {
    const corrupt: Answer = { kind: "corrupt", file: name, reason: "decryption" };
    const { encryption, text } = opening;
    try {
      const options = { encryption, ...(text !== undefined && { key: this.host.encode(text) }) };
      const { layers: found, content } = await open(sourceOf(bytes), options, this.host.platform);
      const plain = await collect(content, maxSiteFileBytes);
      const layers = found.map(({ kind }) => kind);
      return { kind: "file", file: this.contents.file(name, this.host.decode(plain), { layers, isOwn }) };
    } catch (error) {
      if (error instanceof EncryptionFault || error instanceof RangeError) return corrupt;
      throw error;
    }
  }

  /** A server that cannot read a file answers so. */
  #unreadable(name: string, error: unknown): Answer {
    this.host.unreadable?.(name, error);
    return { kind: "status", status: 500 };
  }
}

function unmapped({ purpose, target }: Request, notes: AnswerNotes): Answer {
  if (purpose === "settings") {
    const prefix = prefixOf(target);
    notes.problem({
      code: "site/unmapped",
      url: urlOf(target),
      message: `${urlOf(target)}: No entry of the site map has this URL. Add { "prefix": ${JSON.stringify(prefix)}, "folder": "…" } to urls in site.`,
    });
  }
  return { kind: "unknown", reason: "unmapped" };
}

function escapes(url: string, file: string | undefined, notes: AnswerNotes): Answer {
  notes.problem({
    code: "site/escapes",
    url,
    ...(file !== undefined && { file }),
    message: `${url}: The file would be outside its folder. It is not read, and the answer is 403.`,
  });
  return { kind: "status", status: 403 };
}

/** The name of a file names the device. */
function isOf({ id, mac, serial, label }: Device, name: string): boolean {
  const folded = name.toLowerCase();
  return [macDigits(mac), serial, label, id].some(
    (word) => word !== undefined && word !== "" && folded.includes(word.toLowerCase()),
  );
}

const notFound: Answer = { kind: "status", status: 404 };

interface Opening {
  readonly encryption: NonNullable<OpenOptions["encryption"]>;
  readonly text?: string;
}

/** What the server says in its header comes before the key of the rule. */
function openingOf({ key, keyingMaterial }: Request["decryption"], entry: SiteEntry): Opening | "unknown" {
  const withKey = (secret: Secret, encryption: Opening["encryption"]): Opening | "unknown" =>
    secret.kind === "known" ? { encryption, text: secret.text } : "unknown";
  if (entry.contentEncoding?.trim().toLowerCase() === "aes128gcm") {
    if (keyingMaterial?.kind === "known") return withKey(keyingMaterial, "aes128gcm");
    return key ? withKey(key, "aes128gcm") : "unknown";
  }
  return key ? withKey(key, "aes-256-cbc") : { encryption: "plain" };
}

function isPlain(bytes: Uint8Array, { encryption }: Opening): boolean {
  return encryption === "plain" && !(bytes[0] === 0x1f && bytes[1] === 0x8b) && bytes.length <= maxSiteFileBytes;
}
