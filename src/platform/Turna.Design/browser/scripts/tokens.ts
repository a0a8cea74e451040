import { Listbox, type Suggestion } from "./listbox";
import { make } from "./page";

const most = 12;

/** Further words for an answer, by its value; at the end of a word * stands for any ending. */
type SearchWords = Readonly<Record<string, readonly string[]>>;

/**
 * Turns a <select> into a field that finds answers by the first letters of any of their words, and of the words people say for them
 * (data-words names where they are). With multiple, the chosen ones become tokens that can be removed. The <select> stays in the form
 * and keeps the answer.
 */
export function pickTokens(element: HTMLElement): void {
  if (!(element instanceof HTMLSelectElement)) return;
  const select = element;
  const id = select.id;
  const texts = { remove: select.dataset["remove"] ?? "{0}", none: select.dataset["none"] ?? "", left: select.dataset["left"] ?? "" };
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);

  const field = make("input", { class: "govuk-input t-tokens__field", type: "text", id, spellcheck: "false" });
  const describedBy = select.getAttribute("aria-describedby");
  if (describedBy) field.setAttribute("aria-describedby", describedBy);
  if (select.classList.contains("govuk-select--error")) field.classList.add("govuk-input--error");
  if (select.autofocus) field.autofocus = true;
  const tokens = make("ul", { class: "t-tokens__chosen" });
  let words: SearchWords = {};
  const list = new Listbox(field, take, label?.textContent?.trim() ?? "");

  select.id = `${id}-answers`;
  select.hidden = true;
  select.after(make("div", { class: "t-tokens" }, tokens, field, list.element));

  field.addEventListener("input", () => {
    field.setCustomValidity("");
    offer(field.value);
  });
  field.addEventListener("click", () => { if (!list.isOpen && field.value === "") offer(""); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "ArrowDown") offer(field.value);
    else if (event.key === "Backspace" && field.value === "" && select.multiple) drop(chosen().at(-1));
    // Enter takes an answer here; it must not send the form by surprise.
    else if (event.key === "Enter" && !event.ctrlKey) event.preventDefault();
  });
  if (!select.multiple) field.addEventListener("blur", showSingle);
  else select.form?.addEventListener("submit", takeWhatIsLeft, { capture: true });
  select.form?.addEventListener("reset", () => setTimeout(draw));
  draw();
  // Where the line fails, answers are found by their names as before.
  if (select.dataset["words"]) fetchWords(select.dataset["words"]).then((fetched) => {
    words = fetched;
    if (list.isOpen && field.value !== "") offer(field.value);
  }, () => undefined);

  function chosen(): HTMLOptionElement[] {
    return Array.from(select.selectedOptions).filter((option) => option.value !== "");
  }

  /** Those whose name fits first, then those that people call so. */
  function matching(typed: string): Suggestion[] {
    const wanted = fold(typed.trim());
    const named: Suggestion[] = [];
    const called: Suggestion[] = [];
    for (const option of select.options) {
      if (option.value === "" || option.disabled || (select.multiple && option.selected)) continue;
      const suggestion: Suggestion = { value: option.value, text: option.text };
      const name = fold(option.text);
      if (name.startsWith(wanted) || split(name).some((word) => word.startsWith(wanted))) named.push(suggestion);
      else if (isCalled(wanted, [...split(name), ...(words[option.value] ?? []).flatMap(split)])) called.push(suggestion);
    }
    return [...named, ...called];
  }

  function offer(typed: string): void {
    const found = matching(typed);
    list.show(found.slice(0, most), found.length === 0 ? texts.none : undefined);
  }

  /** What was typed and not chosen would be lost without a word: the one answer it means is taken, otherwise the form waits. */
  function takeWhatIsLeft(event: SubmitEvent): void {
    if (field.value.trim() === "") return;
    const found = matching(field.value);
    const [only] = found;
    if (only !== undefined && found.length === 1) {
      take(only);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    field.setCustomValidity(texts.left);
    field.reportValidity();
  }

  function take(one: Suggestion): void {
    for (const option of select.options) {
      if (option.value === one.value) option.selected = true;
    }
    changed();
    field.focus();
  }

  function drop(option: HTMLOptionElement | undefined): void {
    if (!option) return;
    option.selected = false;
    changed();
    field.focus();
  }

  function changed(): void {
    draw();
    select.dispatchEvent(new Event("change", { bubbles: true }));
    select.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function draw(): void {
    field.value = "";
    if (select.multiple) tokens.replaceChildren(...chosen().map(token));
    else showSingle();
  }

  function showSingle(): void {
    if (field.value === "" && document.activeElement === field && select.selectedOptions[0]?.value) return;
    field.value = chosen()[0]?.text ?? "";
  }

  function token(option: HTMLOptionElement): HTMLLIElement {
    const remove = make("button", { type: "button", class: "t-tokens__remove", "aria-label": texts.remove.replace("{0}", option.text) }, "×");
    remove.addEventListener("click", () => drop(option));
    return make("li", { class: "t-tokens__token" }, option.text, remove);
  }
}

async function fetchWords(href: string): Promise<SearchWords> {
  const response = await fetch(href, { headers: { Accept: "application/json" }, redirect: "error" });
  if (!response.ok) throw new Error(`${href} answered ${response.status}`);
  const fetched = await response.json() as SearchWords;
  return Object.fromEntries(Object.entries(fetched).map(([value, some]) => [value, some.map(fold)]));
}

/** Whether each word that was typed begins one of the words, or has the stem of one. */
function isCalled(wanted: string, words: readonly string[]): boolean {
  const all = split(wanted);
  return all.length > 0 && all.every((typed) => words.some((word) =>
    word.endsWith("*") ? word.startsWith(typed) || typed.startsWith(word.slice(0, -1)) : word.startsWith(typed)));
}

function split(text: string): string[] {
  return text.split(/[\s(«»",/–-]+/).filter((word) => word !== "");
}

/** Letters that people leave out when they hurry: ё as е, ң as н, ө as о, ү as у, oʻ as o. */
function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036fʻʼ‘’'`]/g, "")
    .replace(/ң/g, "н").replace(/ө/g, "о").replace(/ү/g, "у");
}
