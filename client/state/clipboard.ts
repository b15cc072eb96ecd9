// Text into the clipboard: by the browser's own interface, and on plain http, where that does not exist, by the old way.

export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent on plain http, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden here: the old way may still be let through.
  }
  return copyTheOldWay(text);
}

function copyTheOldWay(text: string): boolean {
  let done = false;
  // Heard before any view hears it, and by none of them.
  const give = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    done = true;
  };
  // Some browsers copy only where something is selected; a selection moves no focus.
  const words = document.createElement('span');
  words.textContent = text;
  words.style.cssText = 'position: fixed; opacity: 0; user-select: text';
  document.body.append(words);
  const selection = getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  selection?.selectAllChildren(words);
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  selection?.removeAllRanges();
  if (before) selection?.addRange(before);
  words.remove();
  return done;
}
