import {
  Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, SkipLink, Tabs, createAll,
} from "govuk-frontend";
import { openDialogs } from "./dialogs";
import { findWhileTyping } from "./find";
import { foldOnPhones } from "./fold";
import { guardForm } from "./form";
import { closeOutside } from "./menu";
import { each } from "./page";
import { revealAnswers } from "./reveal";
import { watchSession } from "./session";
import { listenForShortcuts } from "./shortcuts";
import { sortByHeaders } from "./sortable";
import { pickTokens } from "./tokens";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, SkipLink, Tabs]) createAll(component);

each("govuk-checkboxes", revealAnswers);
each("govuk-radios", revealAnswers);
each("turna-find", findWhileTyping);
each("turna-form", guardForm);
each("turna-menu", closeOutside);
each("turna-session", watchSession);
each("turna-sortable", sortByHeaders);
each("turna-tokens", pickTokens);
foldOnPhones();
openDialogs();
listenForShortcuts();
