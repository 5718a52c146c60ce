/** Hands the browser a file to save under this name. */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after this task; how long after, nothing says.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
