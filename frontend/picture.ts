/** Pictures on their way out of the browser. */

/** In pixels. The server reads documents no better from more, and a slow line feels every one. */
export const LONGEST = 2400;

const QUALITY = 0.9;

const PICTURE = /^image\//;

const HEIC = /hei[cf]/i;

/** Which part of a picture, in its own pixels. */
export type Part = { x: number; y: number; width: number; height: number };

/** A JPEG of a part of a picture, nowhere longer than {@link LONGEST}, and without what cameras write into their files. */
export async function jpeg(picture: CanvasImageSource, part: Part, name: string): Promise<File> {
  const factor = Math.min(1, LONGEST / Math.max(part.width, part.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(part.width * factor);
  canvas.height = Math.round(part.height * factor);
  const pen = canvas.getContext('2d')!;
  // what is transparent would turn black
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) {
    throw new Error('The canvas gives no picture');
  }
  return new File([blob], name, { type: 'image/jpeg' });
}

/** The file as it is worth sending: what the browser can read and is too big or HEIC becomes a smaller JPEG. */
export async function prepared(file: File, mostBytes: number): Promise<File> {
  const heic = HEIC.test(file.type) || HEIC.test(file.name.slice(-5));
  if (!PICTURE.test(file.type) && !heic) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    try {
      const { width, height } = bitmap;
      const fits = Math.max(width, height) <= LONGEST && file.size <= mostBytes && !heic;
      return fits ? file : await jpeg(bitmap, { x: 0, y: 0, width, height }, 'picture.jpg');
    } finally {
      bitmap.close();
    }
  } catch {
    // this browser cannot read it: perhaps the server can, and else it says why not
    return file;
  }
}
