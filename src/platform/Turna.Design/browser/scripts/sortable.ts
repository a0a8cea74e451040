import { make } from "./page";

/** Headers of a table become buttons that sort it. Cells sort by data-sort, else by their text; numbers as numbers. */
export function sortByHeaders(element: HTMLElement): void {
  if (!(element instanceof HTMLTableElement)) return;
  const body = element.tBodies[0];
  const headers = Array.from(element.tHead?.rows[0]?.cells ?? []);
  if (!body || headers.some((header) => header.colSpan > 1)) return;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  headers.forEach((header, column) => {
    if (header.textContent?.trim() === "" || header.hasAttribute("data-unsorted")) return;
    const button = make("button", { type: "button", class: "t-sort" });
    button.append(...Array.from(header.childNodes));
    header.append(button);
    header.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      for (const other of headers) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sort(column, ascending);
    });
  });

  function sort(column: number, ascending: boolean): void {
    const key = (row: HTMLTableRowElement): string => row.cells[column]?.dataset["sort"] ?? row.cells[column]?.textContent?.trim() ?? "";
    const rows = Array.from(body!.rows).map((row) => ({ row, key: key(row) }));
    // Suppressed and missing values stand last either way.
    const isEmpty = (text: string): boolean => text === "" || text === "–" || text === "—";
    rows.sort((a, b) => Number(isEmpty(a.key)) - Number(isEmpty(b.key)) || compare(a.key, b.key) * (ascending ? 1 : -1));
    body!.append(...rows.map(({ row }) => row));
  }

  function compare(a: string, b: string): number {
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
  }
}
