import { post } from "./page";

const warningSeconds = 120;

/** Warns two minutes before the session ends and lets the reader prolong it; every request of the page starts it anew. */
export function watchSession(element: HTMLElement): void {
  if (!(element instanceof HTMLDialogElement)) return;
  const dialog = element;
  const length = Number(dialog.dataset["seconds"]);
  const remaining = dialog.querySelector<HTMLElement>("[data-remaining]");
  const failed = dialog.querySelector<HTMLElement>("[data-failed]");
  let endsAt = Date.now() + length * 1000;

  const watch = window.setInterval(look, 1000);
  document.addEventListener("turna:contact", (event) => {
    const told = event instanceof CustomEvent && typeof event.detail === "number" ? event.detail : length;
    endsAt = Date.now() + told * 1000;
    windows.postMessage(endsAt);
    dialog.close();
  });
  dialog.querySelector("[data-keep]")?.addEventListener("click", () => void keep());
  dialog.querySelector("[data-leave]")?.addEventListener("click", signOut);
  // Another window of the same session that was answered prolongs this one too.
  const windows = new BroadcastChannel("turna-session");
  windows.postMessage(endsAt);
  windows.addEventListener("message", (event) => {
    if (typeof event.data !== "number" || event.data <= endsAt) return;
    endsAt = event.data;
    if (dialog.open) dialog.close();
  });

  function look(): void {
    const left = Math.max(0, Math.round((endsAt - Date.now()) / 1000));
    if (left > warningSeconds) return;
    if (remaining) remaining.textContent = (remaining.dataset["text"] ?? "{0}").replace("{0}", String(Math.ceil(left / 60)));
    if (!dialog.open) dialog.showModal();
    if (left > 0) return;
    window.clearInterval(watch);
    // A form that was being written takes over and sends its text. Else she is signed out: what is on the screen must not stay for the
    // next person, and loading the page again would prolong the session instead.
    if (document.dispatchEvent(new Event("turna:ended", { cancelable: true }))) signOut();
  }

  function signOut(): void {
    document.querySelector<HTMLFormElement>("[data-sign-out]")?.requestSubmit();
  }

  async function keep(): Promise<void> {
    try {
      await post(dialog.dataset["keepHref"] ?? "", new URLSearchParams());
    } catch {
      if (failed) failed.hidden = false;
    }
  }
}
