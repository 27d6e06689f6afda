/** What a person folded or unfolded, by key. */
export type Folds = Readonly<Record<string, boolean>>;

/** Calls `fold` when a person folds a part. Parts that are made open fire the event as well. */
export function onFold(panel: HTMLElement, fold: (key: string, isOpen: boolean) => void): void {
  const used = new WeakSet<HTMLDetailsElement>();
  panel.addEventListener("click", ({ target }) => {
    const summary = target instanceof Element ? target.closest("summary") : null;
    if (summary?.parentElement instanceof HTMLDetailsElement) used.add(summary.parentElement);
  });
  panel.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return;
      const { key } = target.dataset;
      if (key !== undefined && used.delete(target)) fold(key, target.open);
    },
    true, // the event does not bubble
  );
}
