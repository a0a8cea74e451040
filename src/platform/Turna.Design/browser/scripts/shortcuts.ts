import { isWriting } from "./page";

/** "/" finds, "?" shows the keys, and any letter that a page offers by data-shortcut and data-href goes there. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (isWriting(event.target) || document.querySelector("dialog[open]")) return;

    // On a Cyrillic layout the same key writes "." and ",".
    const isSlashKey = event.code === "Slash";
    if (event.key === "/" || (isSlashKey && event.key === ".")) {
      const search = document.getElementById("t-search");
      if (search === null) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-focuses="t-search"][aria-expanded="false"]')?.click();
      search.focus();
    } else if (event.key === "?" || (isSlashKey && event.key === ",")) {
      const keys = document.getElementById("t-keys");
      if (keys instanceof HTMLDialogElement) keys.showModal();
    } else {
      follow(event);
    }
  });
}

// The key is known by its place too, so that "c" works on a Cyrillic layout, where it writes "с".
function follow(event: KeyboardEvent): void {
  const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  const offer = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(letter)}"][data-href]`);
  const href = offer?.dataset["href"];
  if (href === undefined || event.shiftKey) return;
  event.preventDefault();
  location.assign(href);
}
