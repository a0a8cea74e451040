const warningSeconds = 120;

/** Warns two minutes before the session ends and lets the reader prolong it; every request of the page starts it anew. */
export function watchSession(element: HTMLElement): void {
  if (!(element instanceof HTMLDialogElement)) return;
  const dialog = element;
  const length = Number(dialog.dataset["seconds"]);
  const keepHref = dialog.dataset["keepHref"] ?? "";
  const remaining = dialog.querySelector<HTMLElement>("[data-remaining]");
  const failed = dialog.querySelector<HTMLElement>("[data-failed]");
  let endsAt = Date.now() + length * 1000;

  const left = (): number => Math.max(0, Math.round((endsAt - Date.now()) / 1000));
  const show = (): void => {
    if (left() > warningSeconds) return;
    if (remaining) remaining.textContent = (remaining.dataset["text"] ?? "{0}").replace("{0}", String(Math.ceil(left() / 60)));
    if (!dialog.open) dialog.showModal();
    // The server has ended the session; what is on the screen must not stay for the next person.
    if (left() === 0) location.reload();
  };
  setInterval(show, 5000);

  document.addEventListener("turna:contact", () => { endsAt = Date.now() + length * 1000; });
  dialog.querySelector("[data-keep]")?.addEventListener("click", () => void keep());
  dialog.querySelector("[data-leave]")?.addEventListener("click", () => {
    document.querySelector<HTMLFormElement>(".t-header__self > form")?.requestSubmit();
  });

  async function keep(): Promise<void> {
    try {
      const token = document.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? "";
      const answer = await fetch(keepHref, { method: "POST", headers: { RequestVerificationToken: token }, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      endsAt = Date.now() + length * 1000;
      dialog.close();
    } catch {
      if (failed) failed.hidden = false;
    }
  }
}
