/**
 * Radios and checkboxes show what belongs to an answer while it is chosen, and "none of these" takes the others back.
 * The field that appears follows its answer in reading order; aria-expanded is not used, because a radio may not carry it.
 */
export function revealAnswers(group: HTMLElement): void {
  const inputs = Array.from(group.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]"));
  group.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && inputs.includes(event.target) && event.target.checked) exclude(event.target);
    update();
  });
  // The browser may restore answers after a reload or on the way back.
  window.addEventListener("pageshow", update);
  update();

  function update(): void {
    for (const input of inputs) {
      const revealed = document.getElementById(input.dataset["ariaControls"] ?? "");
      revealed?.classList.toggle("t-unchosen", !input.checked);
    }
  }

  function exclude(chosen: HTMLInputElement): void {
    if (chosen.type !== "checkbox") return;
    const alone = chosen.dataset["behaviour"] === "exclusive";
    for (const other of inputs) {
      if (other !== chosen && other.name === chosen.name && (alone || other.dataset["behaviour"] === "exclusive")) other.checked = false;
    }
  }
}
