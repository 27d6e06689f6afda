import type * as vscode from "vscode";
import type { Host } from "./host";
import { onEdited } from "./onEdited";
import { openPanel, type Panel } from "./panel";

interface LivePanelOptions<ToPanel, FromPanel, Shown> {
  /** Of the bundle. */
  readonly name: string;
  readonly title: () => string;
  /** What `show` resolves to where the page is closed or cannot be filled. */
  readonly nothing: NoInfer<Shown>;
  /** Milliseconds after an edit of `document` until the page is filled again. */
  readonly pause?: number;
  /** Further subscriptions to what the page shows; they end with the panel. */
  readonly listening?: readonly vscode.Disposable[];
  /** Sent when the page could not be filled. */
  readonly failed?: NoInfer<ToPanel>;
  /** Sends the page what it shows. A newer call makes the one before obsolete. */
  fill(isObsolete: () => boolean): void | Promise<void>;
  receive(message: FromPanel): void | Promise<void>;
  /** The page has started, at first or after it was hidden; it is filled next. */
  started?(): void;
  closed?(): void;
}

/** A panel of which there is one: opened when it is asked for, and filled again a while after each change. */
export class LivePanel<ToPanel, FromPanel extends { readonly kind: string }, Shown> implements vscode.Disposable {
  readonly #host: Host;
  readonly #options: LivePanelOptions<ToPanel, FromPanel, Shown>;
  readonly #listening: readonly vscode.Disposable[];
  /** What the page is about, where it is about one document. */
  document: vscode.TextDocument | undefined;
  #panel: Panel<ToPanel> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fill = 0;
  /** Callers of `show`, each with the first fill that shows what it asks for. */
  #waiting: { readonly fill: number; readonly resolve: (shown: Shown) => void }[] = [];

  constructor(host: Host, options: LivePanelOptions<ToPanel, FromPanel, Shown>) {
    this.#host = host;
    this.#options = options;
    const { pause, listening = [] } = options;
    const edited = onEdited((document) => {
      if (pause !== undefined && document === this.document) this.fillSoon(pause);
    });
    this.#listening = [...listening, edited];
  }

  dispose(): void {
    for (const each of this.#listening) each.dispose();
    this.#panel?.view.dispose();
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** The number of the fill that began last; pages return it with what they show. */
  get fill(): number {
    return this.#fill;
  }

  /** Gives the page the focus, where it is open. */
  focus(): void {
    this.#panel?.view.reveal(undefined, false);
  }

  /** Opens the page, or brings it to the front, and fills it; resolves when `shown` is called for that. */
  show(): Promise<Shown> {
    const fill = this.#fill + 1;
    const shown = new Promise<Shown>((resolve) => this.#waiting.push({ fill, resolve }));
    if (this.#panel) {
      this.#panel.view.reveal(undefined, true);
      this.fillSoon(0);
    } else this.#open();
    return shown;
  }

  /** The page shows what the fill of this number sent. */
  shown(shown: Shown, fill = this.#fill): void {
    const ready = this.#waiting.filter((each) => each.fill <= fill);
    this.#waiting = this.#waiting.filter((each) => each.fill > fill);
    for (const { resolve } of ready) resolve(shown);
  }

  send(message: ToPanel, title?: string): void {
    if (!this.#panel) return;
    if (title !== undefined) this.#panel.view.title = title;
    this.#panel.send(message);
  }

  /** In `wait` milliseconds, unless it is called again before; not while the page is closed. */
  fillSoon(wait: number): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fillNow(), wait);
  }

  #open(): void {
    const { name, title, receive, started, closed, nothing } = this.#options;
    const panel = openPanel<ToPanel, FromPanel>(this.#host.extension, {
      name,
      title: title(),
      ready: () => {
        started?.();
        this.fillSoon(0);
      },
      receive: (message) => void receive(message),
    });
    panel.view.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#panel = undefined;
      closed?.();
      this.shown(nothing, Number.POSITIVE_INFINITY);
    });
    this.#panel = panel;
  }

  async #fillNow(): Promise<void> {
    const fill = ++this.#fill;
    const { name, nothing, failed } = this.#options;
    const isObsolete = () => fill !== this.#fill || !this.#panel;
    try {
      await this.#options.fill(isObsolete);
    } catch (error) {
      if (isObsolete()) return;
      this.#host.log.error(`the ${name} panel got no answer`, error instanceof Error ? error.name : "");
      if (failed) this.send(failed);
      this.shown(nothing, fill);
    }
  }
}
