import {
  Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs, createAll,
} from "govuk-frontend";
import { openDialogs } from "./dialogs";
import { guardForm } from "./form";
import { closeOutside } from "./menu";
import { each } from "./page";
import { watchSession } from "./session";
import { listenForShortcuts } from "./shortcuts";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Accordion, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs]) {
  createAll(component);
}
createAll(Button);

each("turna-form", guardForm);
each("turna-menu", closeOutside);
each("turna-session", watchSession);
openDialogs();
listenForShortcuts();
