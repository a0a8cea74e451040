/** Buttons with data-opens show the dialog of that id; without scripts they stay hidden. */
export function openDialogs(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens]")) {
    const dialog = document.getElementById(button.dataset["opens"] ?? "");
    if (!(dialog instanceof HTMLDialogElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
}
