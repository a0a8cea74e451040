import { post } from "./page";

const warningSeconds = 120;
const lastCallSeconds = 15;

/** Warns two minutes before the session ends and lets the reader prolong it; every request of the page starts it anew. */
export function watchSession(element: HTMLElement): void {
  if (!(element instanceof HTMLDialogElement)) return;
  const dialog = element;
  const length = Number(dialog.dataset["seconds"]);
  const remaining = dialog.querySelector<HTMLElement>("[data-remaining]");
  const failed = dialog.querySelector<HTMLElement>("[data-failed]");
  let endsAt = Date.now() + length * 1000;
  let lastCall = false;

  const watch = window.setInterval(look, 1000);
  document.addEventListener("turna:contact", (event) => {
    const told = event instanceof CustomEvent && typeof event.detail === "number" ? event.detail : length;
    endsAt = Date.now() + told * 1000;
    lastCall = false;
    dialog.close();
  });
  dialog.querySelector("[data-keep]")?.addEventListener("click", () => void keep());
  dialog.querySelector("[data-leave]")?.addEventListener("click", () => {
    document.querySelector<HTMLFormElement>("[data-sign-out]")?.requestSubmit();
  });

  function look(): void {
    const left = Math.max(0, Math.round((endsAt - Date.now()) / 1000));
    if (left > warningSeconds) return;
    if (remaining) remaining.textContent = (remaining.dataset["text"] ?? "{0}").replace("{0}", String(Math.ceil(left / 60)));
    if (!dialog.open) dialog.showModal();
    if (left <= lastCallSeconds && !lastCall) {
      lastCall = true;
      document.dispatchEvent(new Event("turna:ending"));
    }
    if (left > 0) return;
    // The server has ended the session; what is on the screen must not stay for the next person.
    window.clearInterval(watch);
    location.replace(location.href);
  }

  async function keep(): Promise<void> {
    try {
      await post(dialog.dataset["keepHref"] ?? "", new URLSearchParams());
    } catch {
      if (failed) failed.hidden = false;
    }
  }
}
