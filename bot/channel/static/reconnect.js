/** The program is gone for a while: wait until it answers again. */

import { api } from "./api.js";

const EVERY = 2000;

/** Call `back` once when the program answers again; gives a function that stops waiting. */
export function whenBack(back) {
  let timer = 0;
  let over = false;
  const stop = () => {
    over = true;
    window.clearTimeout(timer);
  };
  const ask = async () => {
    try {
      await api.privacy();
    } catch (failure) {
      if (failure.offline && !over) timer = window.setTimeout(ask, EVERY);
      if (failure.offline) return;
    }
    if (over) return;
    stop();
    back();
  };
  timer = window.setTimeout(ask, EVERY);
  return stop;
}
