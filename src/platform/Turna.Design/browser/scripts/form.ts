import { make } from "./page";

/**
 * Sends a form once, and with data-keep asks before text that was not saved is left behind. When the session has ended, the text is
 * sent with a mark: the server saves nothing, seals it to its writer, ends the session if it has not ended by itself, and shows the sign-in.
 */
export function guardForm(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  let sent = false;

  element.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    else takeAlong(element);
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
    delete element.dataset["taken"];
  });
  standUnderEntry(element);

  if (!element.hasAttribute("data-keep")) return;
  element.addEventListener("input", () => {
    element.dataset["written"] = "";
    delete element.dataset["taken"];
  });
  document.addEventListener("turna:ended", (event) => {
    if (!isWritten(element) || sent || event.defaultPrevented) return;
    event.preventDefault();
    sent = true;
    takeAlong(element);
    keep(element);
  });
  window.addEventListener("beforeunload", (event) => {
    // Who leaves in a hurry is not asked: the button of that name marks the page before it goes.
    if (isWritten(element) && !sent && !document.body.classList.contains("govuk-exit-this-page-hide-content")) event.preventDefault();
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

function isWritten(form: HTMLFormElement): boolean {
  return form.dataset["written"] !== undefined && form.dataset["taken"] === undefined;
}

/**
 * With data-along a form takes with it what stands written and not sent in the other forms of its page: the answer shows it again. A form that
 * fills in the same thing as this one stays behind, since its answers would be taken for those of this one; she is asked where its text would be lost.
 */
function takeAlong(form: HTMLFormElement): void {
  if (form.dataset["along"] === undefined) return;
  for (const earlier of form.querySelectorAll("input[data-of-another]")) earlier.remove();
  const own = new Set([...form.elements].map(partOf));
  const sending = new FormData(form);
  for (const other of document.querySelectorAll<HTMLFormElement>("form[data-keep][data-written]")) {
    if (other === form) continue;
    const left = new Set([...other.querySelectorAll<HTMLInputElement>("input[type=hidden], input[type=password]")].map((field) => field.name));
    const fields = [...new FormData(other)].filter((field): field is [string, string] => typeof field[1] === "string" && !left.has(field[0]));
    const isSame = fields.some(([name]) => own.has(name.split(".")[0]));
    if (isSame && !textsOf(other).every((text) => sending.get(text.name) === text.value)) continue;
    if (!isSame) for (const [name, value] of fields) form.append(make("input", { type: "hidden", name, value, "data-of-another": "" }));
    other.dataset["taken"] = "";
  }
}

function textsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type]), input[type=text]")].filter((text) => text.value !== "");
}

function partOf(field: Element): string | undefined {
  return field.getAttribute("name")?.split(".")[0];
}
