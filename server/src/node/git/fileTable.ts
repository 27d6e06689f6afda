// The files that git lists, as bytes: threads share one table of a hundred thousand files, where maps of their own would take
// a hundred megabytes each.

/** An ordinary file, a link, or something that must be looked at to be known. */
export type FileKind = "file" | "link" | "other";

const kinds: readonly FileKind[] = ["file", "link", "other"];

/** Plain data, which a thread is given without a copy. */
export interface PackedFiles {
  /** Of each file its kind, its id of `idLength` bytes, and its name. */
  readonly bytes: SharedArrayBuffer;
  /** Where each file begins, and after the last one where it ends. */
  readonly starts: SharedArrayBuffer;
  /** Numbers of files, counted from 1, at the places that their names lead to or after them. */
  readonly places: SharedArrayBuffer;
  readonly idLength: number;
}

export class FileTable {
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  readonly #idLength: number;
  readonly count: number;
  /** The same for names in lower case; few runs need them. */
  #folded: Uint32Array | undefined;

  constructor({ bytes, starts, places, idLength }: PackedFiles) {
    this.#bytes = Buffer.from(bytes);
    this.#starts = new Uint32Array(starts);
    this.#places = new Uint32Array(places);
    this.#idLength = idLength;
    this.count = this.#starts.length - 1;
  }

  /** The number of the file of this name; -1 for none. */
  find(name: string): number {
    return search(this.#places, name, (file) => this.#isCalled(file, name));
  }

  kind(file: number): FileKind {
    return kinds[this.#bytes[this.#starts[file] ?? 0] ?? 0] ?? "other";
  }

  /** Hexadecimal. */
  id(file: number): string {
    const start = (this.#starts[file] ?? 0) + 1;
    return this.#bytes.toString("hex", start, start + this.#idLength);
  }

  name(file: number): string {
    return this.#bytes.toString("utf8", this.#nameStart(file), this.#starts[file + 1]);
  }

  /** The name that differs only in upper and lower case. */
  otherCase(name: string): string | undefined {
    this.#folded ??= placesOf(this.count, (file) => this.name(file).toLowerCase());
    const folded = name.toLowerCase();
    const file = search(this.#folded, folded, (each) => this.name(each).toLowerCase() === folded);
    return file < 0 ? undefined : this.name(file);
  }

  #nameStart(file: number): number {
    return (this.#starts[file] ?? 0) + 1 + this.#idLength;
  }

  #isCalled(file: number, name: string): boolean {
    const [start, end] = [this.#nameStart(file), this.#starts[file + 1] ?? 0];
    if (end - start < name.length) return false;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      if (unit > 0x7f) return this.name(file) === name;
      if (this.#bytes[start + i] !== unit) return false;
    }
    return end - start === name.length;
  }
}

/** The file that a name leads to; -1 for none. */
function search(places: Uint32Array, name: string, isIt: (file: number) => boolean): number {
  for (let at = hash(name) % places.length; ; at = (at + 1) % places.length) {
    const file = (places[at] ?? 0) - 1;
    if (file < 0 || isIt(file)) return file;
  }
}

/** More than half of the places stay empty, so that a search ends soon. */
const placesFor = (count: number) => count * 2 + 1;

function placesOf(
  count: number,
  nameOf: (file: number) => string,
  places: Uint32Array = new Uint32Array(placesFor(count)),
): Uint32Array {
  for (let file = 0; file < count; file++) {
    let at = hash(nameOf(file)) % places.length;
    while (places[at] !== 0) at = (at + 1) % places.length;
    places[at] = file + 1;
  }
  return places;
}

/** FNV-1a over code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** What a listing says of a file before its name; ids have hexadecimal digits, and all of a listing are of one length. */
interface Head {
  readonly kind: FileKind;
  readonly id: string;
}

const [nul, tab] = [0, 9];

/** From a listing of git with `-z`. `read` understands what comes before a name; undefined leaves the file out. */
export function packFiles(listing: Buffer, read: (head: string) => Head | undefined): PackedFiles {
  // A packed file is never longer than its line.
  const packed = Buffer.alloc(listing.length);
  const starts: number[] = [];
  const names: string[] = [];
  let idLength = 0;
  let length = 0;
  for (let start = 0; start < listing.length; ) {
    const found = listing.indexOf(nul, start);
    const end = found < 0 ? listing.length : found;
    const mark = listing.indexOf(tab, start);
    const hasHead = mark >= 0 && mark < end;
    const head = read(hasHead ? listing.toString("latin1", start, mark) : "");
    const name = hasHead ? mark + 1 : start;
    if (head) {
      starts.push(length);
      names.push(listing.toString("utf8", name, end));
      idLength = head.id.length >> 1;
      packed[length++] = kinds.indexOf(head.kind);
      length += packed.write(head.id, length, "hex");
      length += listing.copy(packed, length, name, end);
    }
    start = end + 1;
  }
  starts.push(length);
  const places = sharedNumbers(placesFor(names.length));
  placesOf(names.length, (file) => names[file] ?? "", places);
  const bytes = new SharedArrayBuffer(length);
  packed.copy(Buffer.from(bytes), 0, 0, length);
  const shared = sharedNumbers(starts.length);
  shared.set(starts);
  return { bytes, starts: shared.buffer, places: places.buffer, idLength };
}

function sharedNumbers(count: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
}
