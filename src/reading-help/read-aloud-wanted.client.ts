/**
 * The little of reading aloud that comes with each page: the names of the buttons, and fetching the reader itself when somebody comes to
 * a button, by pointer, finger or keyboard. Most visits never ask for it, and it is the largest script of the site.
 */
type Reader = typeof import('./read-aloud.client.ts');

let coming: Promise<Reader> | undefined;
let isHere = false;

/** Fetches the reader, once; after a failure the next press tries again. */
const fetched = () =>
  (coming ??= import('./read-aloud.client.ts').then(
    (reader) => {
      isHere = true;
      return reader;
    },
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  ));
const buttonAt = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLButtonElement>('button[data-read-aloud]') : null);

for (const nearing of ['pointerover', 'pointerdown', 'focusin'])
  document.addEventListener(nearing, (event) => {
    if (isHere || !buttonAt(event)) return;
    // Browsers begin to look for their voices when they are first asked.
    globalThis.speechSynthesis?.getVoices();
    fetched().catch(() => undefined);
  });

document.addEventListener('click', (event) => {
  const button = buttonAt(event);
  if (isHere || !button) return;
  // Says nothing, and tells Safari, which lets a voice begin only straight in a press, that a person pressed.
  globalThis.speechSynthesis?.speak(new SpeechSynthesisUtterance(''));
  fetched().then(
    ({ press }) => press(button),
    () => undefined,
  );
});

// Thirty buttons of one name would be no help in a list of buttons; the first sentence of an Idea tells it from the others.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-idea] > button[data-read-aloud]')) {
  const words = document.createRange();
  words.selectNodeContents(button.previousElementSibling!);
  const lineEnd = button.previousElementSibling!.querySelector('br');
  if (lineEnd) words.setEndBefore(lineEnd);
  button.setAttribute('aria-label', `${button.textContent.trim()}: ${words.toString().trim().replace(/\s+/g, ' ')}`);
}
