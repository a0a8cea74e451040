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
  const card = document.getElementById(field.dataset["shows"] ?? "");
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

  // What the latest record of the one chosen says, until it is answered by hand. On a page that came back with errors it has been.
  const ofCaller = document.querySelector(".govuk-error-summary") ? [] : [...field.form?.querySelectorAll<HTMLSelectElement>("select[data-of-caller]") ?? []];
  const offered = new Map(ofCaller.map((select) => [select, select.value]));
  for (const select of ofCaller) select.addEventListener("change", () => offered.delete(select));
  field.form?.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "radio") window.setTimeout(() => field.checkVisibility() || fill({}));
  });

  let waiting = 0;
  let running: AbortController | undefined;
  let entered = false;
  /** Keys pressed while Enter waits for its answer: they are meant for what comes next. */
  let ahead: string[] = [];
  field.addEventListener("input", () => {
    if (chosen.value !== "") fill({});
    chosen.value = "";
    entered = false;
    ahead = [];
    show([]);
    stop();
    if (field.value.trim().length < least) list.close();
    else waiting = window.setTimeout(() => void search(field.value), pauseMilliseconds);
  });
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (entered && (event.key === "Enter" || event.key.length === 1)) {
      event.preventDefault();
      ahead.push(event.key);
      return;
    }
    if (event.key !== "Enter") return;
    // Enter means "this one", never "send": it waits for an answer that is still on its way.
    event.preventDefault();
    if (chosen.value !== "") goOn();
    else if (field.value.trim().length >= least) {
      entered = true;
      stop();
      void search(field.value);
    }
  });
  field.addEventListener("blur", () => {
    stop();
    entered = false;
    ahead = [];
  });

  function stop(): void {
    window.clearTimeout(waiting);
    running?.abort();
  }

  async function search(typed: string): Promise<void> {
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await ask(typed, signal);
      if (signal.aborted) return;
      const only = found.items.length === 1 ? found.items[0] : undefined;
      // Whom she has not seen she cannot have meant, unless there is nobody else.
      const waited = entered;
      const keys = ahead;
      entered = false;
      ahead = [];
      if (waited && only && !only.doubtful) {
        take(only);
        typeOn(keys);
      } else {
        list.show(found.items, found.note ?? undefined);
        // Whatever is typed now takes the place of the name that nobody has, and does not become a part of it.
        if (waited && found.items.length === 0) field.select();
      }
      status.textContent = found.note ?? String(found.items.length);
    } catch {
      if (signal.aborted) return;
      entered = false;
      ahead = [];
      list.show([], failed);
    }
  }

  /** Presses the keys in the field that has the focus by now. */
  function typeOn(keys: readonly string[]): void {
    const next = document.activeElement;
    if (!(next instanceof HTMLInputElement) || next === field) return;
    for (const key of keys) {
      if (key === "Enter") {
        next.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        continue;
      }
      next.value += key;
      next.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  async function ask(typed: string, signal: AbortSignal): Promise<Found> {
    const response = await post(href, new URLSearchParams({ query: typed }), signal);
    return await response.json() as Found;
  }

  function take(one: Suggestion): void {
    stop();
    list.close();
    field.value = one.text;
    chosen.value = one.value;
    // How she may be reached stands before what told her from others.
    show([one.text, ...one.lines ?? [], ...one.hint ? [one.hint] : []]);
    fill(one);
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
    field.dispatchEvent(new CustomEvent("turna:chosen", { bubbles: true, detail: one }));
    goOn();
  }

  /** Of nobody, or of somebody of whom nothing is known, the form offers what it offered at first. */
  function fill(one: Pick<Suggestion, "country" | "language">): void {
    for (const [select, first] of offered) {
      const value = select.dataset["ofCaller"] === "country" ? one.country : one.language;
      select.value = value && [...select.options].some((option) => option.value === value) ? value : first;
    }
  }

  function show(lines: readonly string[]): void {
    if (!card) return;
    card.replaceChildren(...lines.map((line, index) => make("p", {}, index === 0 ? make("strong", {}, line) : line)));
    card.hidden = lines.length === 0;
  }

  function goOn(): void {
    document.getElementById(field.dataset["then"] ?? "")?.focus();
  }
}
