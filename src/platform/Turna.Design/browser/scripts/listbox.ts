import { make } from "./page";

/** One line of a list of suggestions. */
export interface Suggestion {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** What must be read once it is chosen. */
  readonly lines?: readonly string[];
  /** Somebody else may well be meant: it is taken only when it was gone to. */
  readonly doubtful?: boolean;
  /** Where she was, and what she spoke, when she was last heard of. */
  readonly country?: string | null;
  readonly language?: string | null;
}

let made = 0;

/**
 * The list below a text field, after the combobox pattern of WAI-ARIA: the focus stays in the field, arrows move, Enter takes,
 * Escape closes. What was found is set as text, never as markup.
 */
export class Listbox {
  readonly element: HTMLUListElement;
  private suggestions: readonly Suggestion[] = [];
  private active = -1;

  constructor(private readonly field: HTMLInputElement, private readonly take: (chosen: Suggestion) => void, label: string) {
    this.element = make("ul", { class: "t-listbox", role: "listbox", id: `t-listbox-${++made}`, "aria-label": label });
    this.element.hidden = true;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.element.id);
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    // The field must keep the focus while the mouse chooses.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.onClick(event));
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Shows the suggestions, the first one ready to be taken by Enter unless it is doubtful; a note stands below them. */
  show(suggestions: readonly Suggestion[], note?: string): void {
    this.suggestions = suggestions;
    this.element.replaceChildren(...suggestions.map((one, index) => this.line(one, index)));
    if (note) this.element.append(make("li", { class: "t-listbox__note", role: "presentation" }, note));
    this.element.hidden = suggestions.length === 0 && !note;
    this.field.setAttribute("aria-expanded", String(this.isOpen));
    this.activate(suggestions[0] && !suggestions[0].doubtful ? 0 : -1);
  }

  close(): void {
    this.show([]);
  }

  private line(one: Suggestion, index: number): HTMLLIElement {
    const line = make("li", { class: "t-listbox__option", role: "option", id: `${this.element.id}-${index}`, "aria-selected": "false" }, one.text);
    if (one.hint) line.append(" ", make("span", { class: "t-listbox__hint" }, one.hint));
    return line;
  }

  private activate(index: number): void {
    this.active = index;
    const options = this.element.querySelectorAll('[role="option"]');
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = options[index];
    if (option) {
      this.field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || !this.isOpen) return;
    const last = this.suggestions.length - 1;
    const chosen = this.suggestions[this.active];
    if (event.key === "ArrowDown") this.activate(this.active >= last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.activate(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Enter" && chosen) this.choose(chosen);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onClick(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const chosen = line && this.suggestions[Array.from(this.element.children).indexOf(line)];
    if (chosen) this.choose(chosen);
  }

  private choose(chosen: Suggestion): void {
    this.close();
    this.take(chosen);
  }
}
