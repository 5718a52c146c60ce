export interface PictureText {
  /** SVG. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Twice the size of the screen's px, as far as browsers make such large images. */
const wishedScale = 2;
const longestSide = 16_000;
const mostPixels = 120_000_000;

/** Draws an SVG that stands alone. Rejects when the browser cannot. */
export async function renderPng({ text, width, height }: PictureText): Promise<Blob> {
  const scale = Math.min(
    wishedScale,
    longestSide / Math.max(width, height),
    Math.sqrt(mostPixels / Math.max(1, width * height)),
  );
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(width * scale));
    canvas.height = Math.max(1, Math.floor(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The browser could not make the image.')) : resolve(blob)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
