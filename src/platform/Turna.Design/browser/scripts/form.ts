import { make } from "./page";

/**
 * Sends a form once, and with data-keep asks before text that was not saved is left behind. When the session has ended, the text is
 * sent with a mark: the server saves nothing, seals it to its writer, ends the session if it has not ended by itself, and shows the sign-in.
 */
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
  // Back from the next page the form must work again; one that is saved under its entry is asked for anew, to say so.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && sent && element.dataset["entry"] !== undefined) window.location.reload();
    sent = false;
  });
  standUnderEntry(element);

  if (!element.hasAttribute("data-keep")) return;
  element.addEventListener("input", () => { written = true; });
  document.addEventListener("turna:ended", (event) => {
    if (!written || sent || event.defaultPrevented) return;
    event.preventDefault();
    sent = true;
    keep(element);
  });
  window.addEventListener("beforeunload", (event) => {
    // Who leaves in a hurry is not asked: the button of that name marks the page before it goes.
    if (written && !sent && !document.body.classList.contains("govuk-exit-this-page-hide-content")) event.preventDefault();
  });
}

/**
 * With data-entry the id of what the form will save stands in the address: Back asks for that very entry, and when it is saved by then the
 * server shows it, instead of the same text under another id.
 */
function standUnderEntry(form: HTMLFormElement): void {
  const entry = form.dataset["entry"];
  const address = new URL(window.location.href);
  if (entry === undefined || address.searchParams.get("entry") === entry) return;
  // What was said of another entry, and the button that was pressed, are not part of this one's address.
  for (const past of ["saved", "handler"]) address.searchParams.delete(past);
  address.searchParams.set("entry", entry);
  window.history.replaceState(window.history.state, "", address);
}

function keep(form: HTMLFormElement): void {
  form.append(make("input", { type: "hidden", name: "ended", value: "1" }));
  for (const secret of form.querySelectorAll<HTMLInputElement>("input[type=password], input[type=file]")) secret.disabled = true;
  HTMLFormElement.prototype.submit.call(form);
}
