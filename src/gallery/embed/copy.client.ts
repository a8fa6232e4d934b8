/** The buttons "Copy the code". Without them, or where a browser refuses, a person selects the code and copies it. */
export {};

const status = document.querySelector<HTMLElement>('[data-copy-status]')!;

/** Says it again too, when the same is copied twice. */
function say(words: string | undefined): void {
  status.textContent = '';
  setTimeout(() => (status.textContent = words ?? ''), 50);
}

async function copy(code: HTMLTextAreaElement): Promise<boolean> {
  code.focus();
  code.select();
  try {
    await navigator.clipboard.writeText(code.value);
    return true;
  } catch {
    return false;
  }
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button.copy') : null;
  const code = button?.parentElement?.querySelector('textarea');
  if (!code) return;
  void copy(code).then((done) => {
    // Where it was refused the code stays selected, with the focus on it.
    if (done) button!.focus();
    say(done ? status.dataset.copied : status.dataset.failed);
  });
});
