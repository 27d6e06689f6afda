export interface ReferenceParams {
  readonly words: string;
}

export interface ReferenceEntry {
  /** Of its page. */
  readonly address: string;
  readonly name: string;
  /** Words of the web page; empty where they are those of the name. */
  readonly label: string;
  /** What it is in a sentence. */
  readonly gist: string;
  /** Name of the system. */
  readonly system: string;
  readonly kind: "parameter" | "language";
}

export interface ReferencePageParams {
  readonly address: string;
  /** Comes before the addresses of other pages in links: the way to the root, or a scheme. */
  readonly linkPrefix: string;
}

export interface ReferencePageAnswer {
  /** Markdown. */
  readonly page: string;
}
