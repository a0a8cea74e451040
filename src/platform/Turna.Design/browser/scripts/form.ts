/** Sends a form once, and with data-keep asks before text that was not saved is left behind. */
export function guardForm(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  let sent = false;
  let written = false;

  element.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Control and Enter save from any field, also from one in which Enter alone means something else.
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey || event.isComposing) return;
    event.preventDefault();
    element.requestSubmit(element.querySelector<HTMLButtonElement>("button[type=submit]:not([formaction])"));
  });
  // Back from the next page the form must work again.
  window.addEventListener("pageshow", () => { sent = false; });

  if (!element.hasAttribute("data-keep")) return;
  element.addEventListener("input", () => { written = true; });
  // Nobody can answer a question once the session has ended; the draft was kept before.
  document.addEventListener("turna:ending", () => { written = false; });
  window.addEventListener("beforeunload", (event) => {
    if (written && !sent) event.preventDefault();
  });
}
