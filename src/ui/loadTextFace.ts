import address from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** The text face of the interface as a `data:` address, for pictures that stand alone; null when it cannot be read. */
export async function loadTextFace(): Promise<string | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return `data:font/woff2;base64,${btoa(binary)}`;
  } catch {
    // Without it the picture is drawn in the reader's own face.
    return null;
  }
}
