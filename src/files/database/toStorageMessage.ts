const messages: Readonly<Record<string, string>> = {
  QuotaExceededError: 'The browser has no room left to keep this workspace.',
  VersionError: 'A newer version of Polder has used this browser. Reload the page to get it.',
  SecurityError: 'The browser does not let this page keep anything.',
};

/** Why the database does not work, in a sentence. */
export function toStorageMessage(error: unknown): string {
  if (typeof indexedDB === 'undefined') return 'This browser has no database to keep the workspace in.';
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return messages[name] ?? `The browser cannot keep the workspace here (a private window?): ${message || name}`;
}
