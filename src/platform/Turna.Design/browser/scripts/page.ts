/** Runs a script on every element that asks for it by data-module. */
export function each(module: string, run: (element: HTMLElement) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-module~="${module}"]`)) run(element);
}

/** Makes an element; texts are set as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** True while the reader is writing, so that a letter must not become a command. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=button], [type=submit], [type=radio], [type=checkbox], [type=file])"));
}

/**
 * Posts a form to our own server; any answer but success is an error. It counts as a sign of life for the session, which goes on for
 * as many seconds as the header Turna-Session-Seconds says, else as long as it did when the page was loaded.
 */
export async function post(href: string, body: URLSearchParams, signal?: AbortSignal, keepalive = false): Promise<Response> {
  const token = document.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? "";
  const response = await fetch(href, {
    method: "POST", body, headers: { RequestVerificationToken: token, Accept: "application/json" }, redirect: "error", keepalive,
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`${href} answered ${response.status}`);
  const seconds = response.headers.get("Turna-Session-Seconds");
  document.dispatchEvent(new CustomEvent("turna:contact", { detail: seconds === null ? undefined : Number(seconds) }));
  return response;
}
