const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML, in elements and attributes; what XML cannot hold at all becomes a replacement sign. */
export const escapeXml = (text: string): string =>
  text
    // Control characters are not allowed in XML 1.0, nor are halves of surrogate pairs.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign]!);
