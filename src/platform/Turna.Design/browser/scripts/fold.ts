/** On a phone the search box and the navigation wait behind a button each (data-toggles names what it opens). */
export function foldOnPhones(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-toggles]")) {
    const target = document.getElementById(button.dataset["toggles"] ?? "");
    if (target === null) continue;
    button.hidden = false;
    target.classList.add("t-folds");
    button.addEventListener("click", () => {
      const open = target.classList.toggle("t-folds--open");
      button.setAttribute("aria-expanded", String(open));
      if (open) document.getElementById(button.dataset["focuses"] ?? "")?.focus();
    });
  }
}
