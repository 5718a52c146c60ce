/** Asks the user for files. Empty when the dialog was closed without a choice. */
export function pickFiles(): Promise<readonly File[]> {
  return pick((input) => {
    // Any text may be a manifest; this only sorts the likely ones to the front.
    input.accept = '.yaml,.yml,.json,.zip,*/*';
  });
}

/** Asks the user for a folder: all files in it, and below. Empty when the dialog was closed without a choice. */
export function pickFolder(): Promise<readonly File[]> {
  return pick((input) => {
    input.webkitdirectory = true;
  });
}

function pick(configure: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    configure(input);
    const finish = (): void => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', finish, { once: true });
    input.addEventListener('cancel', finish, { once: true });
    // Some browsers drop the answer of an input that is not in the page.
    document.body.append(input);
    input.click();
  });
}
