import { make, post } from "./page";

const pauseMilliseconds = 2000;

/**
 * Keeps the text of a half-written form: two seconds after the last letter, and when the page is hidden or the session ends, the
 * fields are posted to data-draft-href, where the server seals them. Passwords, files and the antiforgery token stay out of the draft.
 */
export function keepDraft(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement) || !element.dataset["draftHref"]) return;
  const form = element;
  const href = form.dataset["draftHref"] ?? "";
  const status = make("p", { class: "govuk-hint t-draft", role: "status" });
  form.append(status);
  let waiting = 0;
  let written = false;

  form.addEventListener("input", () => {
    written = true;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void keep(), pauseMilliseconds);
  });
  form.addEventListener("submit", () => {
    written = false;
    window.clearTimeout(waiting);
  });
  document.addEventListener("turna:ending", () => void keep());
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void keep(); });

  async function keep(): Promise<void> {
    if (!written) return;
    written = false;
    try {
      await post(href, fields(), undefined, true);
      status.textContent = form.dataset["draftKept"] ?? "";
    } catch {
      written = true;
      status.textContent = form.dataset["draftFailed"] ?? "";
    }
  }

  function fields(): URLSearchParams {
    const kept = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const control = form.elements.namedItem(name);
      const secret = control instanceof HTMLInputElement && control.type === "password";
      if (typeof value === "string" && !secret && name !== "__RequestVerificationToken") kept.append(name, value);
    }
    return kept;
  }
}
