import { Listbox, type Suggestion } from "./listbox";
import { make, post } from "./page";

const pauseMilliseconds = 150;

interface Found {
  readonly items: readonly Suggestion[];
  readonly note?: string | null;
}

/**
 * Searches while one types. What is typed travels in the body of a POST, so that no name enters an address or a history. Without
 * scripts the field is an ordinary text field and the server answers with the page.
 */
export function findWhileTyping(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  const field = element;
  const answer = document.getElementById(field.dataset["answer"] ?? "");
  const href = field.dataset["href"] ?? "";
  const least = Number(field.dataset["least"] ?? "3");
  const failed = field.dataset["failed"] ?? "";
  if (!(answer instanceof HTMLInputElement)) return;
  const chosen = answer;

  const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent?.trim() ?? "";
  const list = new Listbox(field, take, label);
  const status = make("div", { class: "govuk-visually-hidden", role: "status" });
  field.after(list.element, status);
  field.parentElement?.classList.add("t-find");

  let waiting = 0;
  let running: AbortController | undefined;
  field.addEventListener("input", () => {
    chosen.value = "";
    window.clearTimeout(waiting);
    running?.abort();
    if (field.value.trim().length < least) list.close();
    else waiting = window.setTimeout(() => void search(field.value), pauseMilliseconds);
  });
  field.addEventListener("blur", () => running?.abort());

  async function search(typed: string): Promise<void> {
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await ask(typed, signal);
      if (signal.aborted) return;
      list.show(found.items, found.note ?? undefined);
      status.textContent = found.note ?? String(found.items.length);
    } catch {
      if (!signal.aborted) list.show([], failed);
    }
  }

  async function ask(typed: string, signal: AbortSignal): Promise<Found> {
    const response = await post(href, new URLSearchParams({ query: typed }), signal);
    return await response.json() as Found;
  }

  function take(one: Suggestion): void {
    field.value = one.text;
    chosen.value = one.value;
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
    field.dispatchEvent(new CustomEvent("turna:chosen", { bubbles: true, detail: one }));
  }
}
