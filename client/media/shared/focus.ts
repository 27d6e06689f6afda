/** Paints the panel anew and gives the focus back, as the element that had it may be replaced. */
export function keepingFocus<Result>(panel: HTMLElement, paint: () => Result): Result {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.focus : undefined;
  const result = paint();
  if (focused !== undefined)
    [...panel.querySelectorAll<HTMLElement>("[data-focus]")].find(({ dataset }) => dataset.focus === focused)?.focus();
  return result;
}

/** Scrolls to a heading and focuses it. */
export function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
