import type { Answer, Request } from "../deployment/exchange";
import type { Start } from "../deployment/phone";
import type { SiteProblem } from "../deployment/report";
import { RememberedTree } from "../deployment/site/rememberedTree";
import type { AnswerNotes, SiteAnswers } from "../deployment/site/siteAnswers";
import type { Found, FoundFile, Tree } from "../deployment/site/tree";
import type { Device } from "../devices/device";
import type { NewFiles, NotedSide } from "../impact/followed";
import type { WorkspaceSite } from "./workspaceSite";

/** The text of a whole file. */
type Decode = (bytes: Uint8Array) => string;

// The files of a site in two states, as devices are run over them again and again.

/** One state of the files; notes what devices ask for. */
export class SiteFiles implements NotedSide, AnswerNotes {
  readonly start: Start;
  readonly answers: SiteAnswers;
  #asked = new Set<string>();
  #problems: SiteProblem[] = [];

  constructor(
    { start, over }: WorkspaceSite,
    readonly tree: Tree,
  ) {
    this.start = start;
    this.answers = over(tree);
  }

  answer(request: Request, device: Device): Answer | Promise<Answer> {
    return this.answers.answer(request, device, this);
  }

  problem(problem: SiteProblem): void {
    this.#problems.push(problem);
  }

  asked({ name }: Found): void {
    this.#asked.add(name);
  }

  takeProblems(): readonly SiteProblem[] {
    const found = this.#problems;
    this.#problems = [];
    return found;
  }

  takeAsked(): readonly string[] {
    const asked = [...this.#asked];
    this.#asked = new Set();
    return asked;
  }
}

/** The files as they are typed, without those that are left out on purpose. */
export class TypedFiles extends SiteFiles implements NewFiles {
  readonly #old: Tree;
  readonly #decode: Decode;
  readonly #counted: CountedTree;
  readonly #site: WorkspaceSite;
  readonly #states = new Map<string, string>();
  /** By what both sides have; whether a text differs. */
  readonly #differs = new Map<string, boolean>();

  constructor(site: WorkspaceSite, old: Tree, decode: Decode) {
    const counted = new CountedTree(site.typed, (id) => this.answers.forget(id));
    super(site, counted);
    this.#old = old;
    this.#decode = decode;
    this.#counted = counted;
    this.#site = site;
  }

  /** Looks at every file anew, once for all phones. `counted` are the names that count; undefined: all. */
  begin(counted: ReadonlySet<string> | undefined): void {
    this.#counted.tree = new RememberedTree(this.#site.typed);
    this.#counted.names = counted;
    this.#states.clear();
  }

  /** For a long list, looks only at those of which a change is reported. */
  useReported(): void {
    this.#counted.tree = this.#site.typedMany;
  }

  stateOf(name: string): string | Promise<string> {
    return this.#states.get(name) ?? this.#find(name);
  }

  async #find(name: string): Promise<string> {
    const found = await this.tree.find("", name);
    const state = found.kind === "file" ? found.id : found.kind;
    this.#states.set(name, state);
    return state;
  }

  async isChanged(name: string): Promise<boolean> {
    const [old, now] = [await this.#old.find("", name), await this.tree.find("", name)];
    if (old.kind !== now.kind) return true;
    if (old.kind !== "file" || now.kind !== "file") return false;
    const key = `${old.id}\u0000${now.id}`;
    let differs = this.#differs.get(key);
    if (differs === undefined) {
      differs = !isSameText(await bytesOf(this.#old, old), await bytesOf(this.tree, now), this.#decode);
      if (this.#differs.size >= maxRemembered) this.#differs.clear();
      this.#differs.set(key, differs);
    }
    return differs;
  }
}

/** Pairs of contents whose comparison is remembered. */
const maxRemembered = 50_000;

class CountedTree implements Tree {
  names: ReadonlySet<string> | undefined;
  readonly #ids = new Map<string, string>();

  constructor(
    public tree: Tree,
    /** A file has another content than before, when it had this id. */
    readonly changed: (id: string) => void,
  ) {}

  async find(folder: string, file: string): Promise<Found> {
    const found = await this.tree.find(folder, file);
    if (found.kind !== "file") return found;
    const { name, id } = found;
    if (this.names && !this.names.has(name)) return { kind: "missing", name };
    const before = this.#ids.get(name);
    if (before !== undefined && before !== id) this.changed(before);
    this.#ids.set(name, id);
    return found;
  }

  read(file: FoundFile): Uint8Array | Promise<Uint8Array> {
    return this.tree.read(file);
  }
}

/** Undefined for a file that cannot be read, as the run itself finds out. */
function bytesOf(tree: Tree, file: FoundFile): Promise<Uint8Array | undefined> {
  return Promise.resolve(tree.read(file)).then(
    (bytes) => bytes,
    () => undefined,
  );
}

/** Marks at the start and line ends do not count: an editor and git change them. */
function isSameText(a: Uint8Array | undefined, b: Uint8Array | undefined, decode: Decode): boolean {
  if (!a || !b) return false;
  if (a.length === b.length && a.every((byte, i) => byte === b[i])) return true;
  const [one, other] = [textOf(a, decode), textOf(b, decode)];
  return one !== undefined && one === other;
}

/** Undefined for bytes that are not text. */
function textOf(bytes: Uint8Array, decode: Decode): string | undefined {
  const text = decode(bytes);
  return text.includes("\ufffd") ? undefined : text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}
