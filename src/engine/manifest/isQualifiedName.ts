const namePattern = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** A label key: `name` or `prefix/name`; name up to 63 characters, prefix a DNS subdomain (apimachinery `IsQualifiedName`). */
export const isQualifiedName = (text: string): boolean => {
  const parts = text.split('/');
  if (parts.length > 2) return false;
  const name = parts.at(-1) ?? '';
  if (name.length > 63 || !namePattern.test(name)) return false;
  return parts.length === 1 || isDnsSubdomain(parts[0] ?? '');
};

/** A label value: empty, or up to 63 letters, digits, `-`, `_`, `.` between letters or digits (apimachinery `IsValidLabelValue`). */
export const isLabelValue = (text: string): boolean => text === '' || (text.length <= 63 && namePattern.test(text));

/** RFC 1123 subdomain, up to 253 characters: the name of most objects (apimachinery `IsDNS1123Subdomain`). */
export const isDnsSubdomain = (text: string): boolean => text.length <= 253 && subdomainPattern.test(text);

/** RFC 1123 label, up to 63 characters: the name of a namespace (apimachinery `IsDNS1123Label`). */
export const isDnsLabel = (text: string): boolean => text.length <= 63 && labelPattern.test(text);

/** The name of a port: up to 15 of `a-z0-9-`, at least one letter, no `--`, no `-` at an end (apimachinery `IsValidPortName`). */
export const isPortName = (text: string): boolean =>
  text.length >= 1 && text.length <= 15 && /[a-z]/.test(text) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
