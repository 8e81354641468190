/** Speech by the browser itself: reading aloud with a voice on this device, and dictation. */

/** A Dutch voice that lives on this device, or null. */
export function localVoice() {
  const voices = window.speechSynthesis?.getVoices?.() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith("nl")) ?? null;
}

/** Stop reading. */
export function silence() {
  window.speechSynthesis?.cancel?.();
}

/** Read what a parent says, without the gestures. */
export function readAloud(text) {
  const voice = localVoice();
  if (!voice) return;
  const speech = new SpeechSynthesisUtterance(text.replace(/\([^()]*\)/g, " "));
  speech.voice = voice;
  speech.lang = voice.lang;
  silence();
  window.speechSynthesis.speak(speech);
}

function recogniser() {
  return window.SpeechRecognition ?? window.webkitSpeechRecognition ?? null;
}

/** True when this browser can write down speech. */
export function canDictate() {
  return Boolean(recogniser());
}

/** Start listening; `heard(text)` gets each finished piece. Gives a function that stops. */
export function dictate(heard, ended) {
  const listener = new (recogniser())();
  listener.lang = "nl-NL";
  listener.continuous = true;
  listener.addEventListener("result", (event) => {
    for (let at = event.resultIndex; at < event.results.length; at += 1) {
      if (event.results[at].isFinal) heard(event.results[at][0].transcript.trim());
    }
  });
  listener.addEventListener("end", ended);
  listener.addEventListener("error", ended);
  listener.start();
  return () => listener.stop();
}
