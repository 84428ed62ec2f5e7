/** Puts an address into the clipboard and says so; the button is there only where that can be done. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['copies']!);
    button.nextElementSibling!.textContent = button.dataset['done']!;
  });
}
