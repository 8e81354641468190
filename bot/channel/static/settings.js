/** The small menu: read aloud and dictation, both off until someone turns them on. */

import { el } from "./dom.js";
import { mountMenu } from "./menu.js";
import { read, write } from "./store.js";
import { canDictate, localVoice, silence } from "./speech.js";

/** What is turned on now. */
export const settings = {
  get readAloud() {
    return read("readAloud", false) && Boolean(localVoice());
  },
  get dictate() {
    return read("dictate", false) && canDictate();
  },
};

function option(name, label, explanation) {
  const box = el("input", { type: "checkbox", checked: read(name, false) });
  box.addEventListener("change", () => {
    write(name, box.checked);
    if (name === "readAloud") silence();
    window.dispatchEvent(new CustomEvent("settings"));
  });
  return el("label", { class: "switch" }, box, el("span", {}, label, el("small", {}, explanation)));
}

function choices() {
  const list = [];
  if (localVoice())
    list.push(
      option("readAloud", "Lees de ouder voor", "Met een stem die op dit apparaat staat. Er gaat niets naar buiten."),
    );
  if (canDictate())
    list.push(
      option(
        "dictate",
        "Inspreken in plaats van typen",
        "Let op: de meeste browsers sturen wat je zegt naar hun maker. Wil je dat niet, laat dit dan uit.",
      ),
    );
  return list;
}

/** Put the menu in the page; it stays away when this browser can do neither. */
export function mountSettings(place) {
  const build = () => {
    const list = choices();
    if (!list.length) {
      place.replaceChildren();
      return;
    }
    mountMenu(place, "Stem", list);
  };
  build();
  window.speechSynthesis?.addEventListener?.("voiceschanged", build);
}
