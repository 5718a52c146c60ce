/**
 * Saves when the page goes out of sight: the last moment a browser promises before it may end a page, on phones above
 * all. Returns the function that stops it.
 */
export function flushOnHide(saver: { flush(): Promise<unknown> }): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') void saver.flush();
  };
  const onHide = (): void => void saver.flush();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', onHide);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', onHide);
  };
}
