/** A value of this tab alone, that survives a reload; forgotten where the browser keeps nothing. */
export interface TabSetting {
  get(): string | null;
  set(value: string): void;
}

export function createTabSetting(key: string): TabSetting {
  return {
    get() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        sessionStorage.setItem(key, value);
      } catch {
        // Best effort: the database has the value of all tabs together.
      }
    },
  };
}
