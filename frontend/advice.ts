/** What is wrong with what a camera sees, judged from a few small pictures a second. The server judges again. */

export type Sort = { width: number; height: number; face?: boolean };

/** A rectangle in shares of the picture that the person sees. */
export type Frame = { left: number; top: number; width: number; height: number };

/** The points that a picture must meet, in the order in which they are advised about. */
export type Point = 'light' | 'placed' | 'glare' | 'sharp';

/** A word of advice, or none when all is well. */
export type Advice = 'dark' | 'place' | 'closer' | 'face' | 'glare' | 'still' | 'blurred' | '';

export type Verdict = { advice: Advice; met: Record<Point, boolean> };

const LIMITS = {
  /** Mean grey. Documents still read at 40, but people then compare faces in the dark; the server warns under 60. */
  dark: 60,
  /**
   * Variance of the Laplacian of a document at 1,000 pixels: heavy blur stays under 13, motion blur begins at 17 and
   * overlaps with good pictures. Whoever still gets a worse one can press the button.
   */
  blurred: 40,
  /** The same of a face, which has few edges. */
  blurredFace: 7,
  /** From this grey on nothing can be read: what is printed there is burnt out. */
  burnt: 250,
  /** Share of burnt pixels that makes a tile a reflection; white paper in good light stays below. */
  glaringTile: 0.5,
  /** Share of tiles: one in sixty already covers a name or two digits. */
  glaringTiles: 1 / 60,
  /** Mean difference from the picture before, in greys. The noise of a dim room is 2, a hand that moves 6 and more. */
  moving: 5,
  /** Step of grey across the edge of a document. White paper on a pale table has about 15. */
  edge: 12,
  /** How far outside and inside the frame an edge may lie, in shares of the frame. */
  outside: 0.08,
  inside: 0.07,
  /** Sides that must be found. The fourth often lies in a shadow. */
  sides: 3,
  /** Mean difference between the oval and the wall in the corners, in greys: an empty chair has less. */
  face: 14,
};

/** Pixels across of the picture that light, glare, place and movement are judged by. */
const ACROSS = 480;

/** The length at which the limits for blur were measured. */
const SHARP = 1000;

/** The part of a document that is looked at for blur, in shares: its middle. */
const MIDDLE = 0.5;

const TILES = { across: 10, down: 6 };

/** How far an edge is searched for, in shares of the frame. */
const SEARCH = 0.3;

type Grey = { width: number; height: number; at: Uint8ClampedArray };

export class Judge {
  private readonly whole = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

  private readonly middle = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

  private before?: Uint8ClampedArray;

  /** Judges the part of a video that the person sees. */
  judge(video: HTMLVideoElement, seen: DOMRect, frame: Frame, sort: Sort): Verdict {
    const grey = shrunk(this.whole, video, seen, ACROSS / seen.width);
    const at = {
      left: Math.round(frame.left * grey.width),
      top: Math.round(frame.top * grey.height),
      width: Math.round(frame.width * grey.width),
      height: Math.round(frame.height * grey.height),
    };
    const still = this.still(grey);
    const light = mean(grey, at) >= LIMITS.dark;
    const place: Advice = sort.face ? facing(grey, at) : placed(grey, at);
    const glare = Boolean(sort.face) || !glaring(grey, at);
    const sharp = this.variance(video, seen, frame) >= (sort.face ? LIMITS.blurredFace : LIMITS.blurred);
    const wrong: [boolean, Advice][] = [
      [!light, 'dark'],
      [place !== '', place],
      [!glare, 'glare'],
      [!still, 'still'],
      [!sharp, 'blurred'],
    ];
    return {
      advice: wrong.find(([found]) => found)?.[1] ?? '',
      met: { light, placed: place === '', glare, sharp: sharp && still },
    };
  }

  private still(grey: Grey) {
    const step = 8;
    const now = new Uint8ClampedArray(Math.ceil(grey.width / step) * Math.ceil(grey.height / step));
    let index = 0;
    for (let y = 0; y < grey.height; y += step) {
      for (let x = 0; x < grey.width; x += step) {
        now[index++] = grey.at[y * grey.width + x];
      }
    }
    const { before } = this;
    this.before = now;
    if (before?.length !== now.length) {
      return false;
    }
    return now.reduce((sum, value, place) => sum + Math.abs(value - before[place]), 0) / now.length < LIMITS.moving;
  }

  private variance(video: HTMLVideoElement, seen: DOMRect, frame: Frame) {
    const part = new DOMRect(
      seen.x + seen.width * (frame.left + (frame.width * (1 - MIDDLE)) / 2),
      seen.y + seen.height * (frame.top + (frame.height * (1 - MIDDLE)) / 2),
      seen.width * frame.width * MIDDLE,
      seen.height * frame.height * MIDDLE,
    );
    const longest = Math.max(part.width, part.height) / MIDDLE;
    const { width, height, at } = shrunk(this.middle, video, part, Math.min(1, SHARP / longest));
    let sum = 0;
    let squares = 0;
    for (let y = 1; y < height - 1; y++) {
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        const edge = at[i - 1] + at[i + 1] + at[i - width] + at[i + width] - 4 * at[i];
        sum += edge;
        squares += edge * edge;
      }
    }
    const count = (width - 2) * (height - 2);
    return squares / count - (sum / count) ** 2;
  }
}

function shrunk(pen: CanvasRenderingContext2D, video: HTMLVideoElement, part: DOMRect, factor: number): Grey {
  const width = Math.max(3, Math.round(part.width * factor));
  const height = Math.max(3, Math.round(part.height * factor));
  if (pen.canvas.width !== width || pen.canvas.height !== height) {
    pen.canvas.width = width;
    pen.canvas.height = height;
  }
  pen.drawImage(video, part.x, part.y, part.width, part.height, 0, 0, width, height);
  const colours = pen.getImageData(0, 0, width, height).data;
  const at = new Uint8ClampedArray(width * height);
  for (let i = 0, c = 0; i < at.length; i++, c += 4) {
    at[i] = (77 * colours[c] + 150 * colours[c + 1] + 29 * colours[c + 2]) >> 8;
  }
  return { width, height, at };
}

/** Goes over some of the pixels of a part and adds up what is counted. */
function sum(grey: Grey, part: Frame, count: (value: number) => number) {
  let all = 0;
  let looked = 0;
  const bottom = Math.min(grey.height, part.top + part.height);
  const right = Math.min(grey.width, part.left + part.width);
  for (let y = Math.max(0, Math.round(part.top)); y < bottom; y += 2) {
    for (let x = Math.max(0, Math.round(part.left)); x < right; x += 2) {
      all += count(grey.at[y * grey.width + x]);
      looked++;
    }
  }
  return looked ? all / looked : 0;
}

function mean(grey: Grey, part: Frame) {
  return sum(grey, part, (value) => value);
}

function glaring(grey: Grey, frame: Frame) {
  const width = frame.width / TILES.across;
  const height = frame.height / TILES.down;
  let burnt = 0;
  for (let row = 0; row < TILES.down; row++) {
    for (let column = 0; column < TILES.across; column++) {
      const tile = { left: frame.left + column * width, top: frame.top + row * height, width, height };
      burnt += Number(sum(grey, tile, (value) => Number(value > LIMITS.burnt)) > LIMITS.glaringTile);
    }
  }
  return burnt / (TILES.across * TILES.down) >= LIMITS.glaringTiles;
}

/** Somebody is in the oval if it looks unlike the corners above the shoulders. No machine looks for a face. */
function facing(grey: Grey, oval: Frame): Advice {
  const side = { width: oval.width * 0.3, height: oval.height * 0.3 };
  const inner = { left: oval.left + oval.width * 0.25, top: oval.top + oval.height * 0.25, width: oval.width / 2, height: oval.height / 2 };
  const middle = mean(grey, inner);
  const spread = sum(grey, inner, (value) => Math.abs(value - middle));
  const wall = [oval.left - side.width, oval.left + oval.width].map((left) =>
    mean(grey, { left: Math.max(0, Math.min(grey.width - side.width, left)), top: oval.top, ...side }),
  );
  const apart = Math.max(...wall.map((value) => Math.abs(value - middle)), spread);
  return apart >= LIMITS.face ? '' : 'face';
}

/** Where the document's edges lie: the first step of grey from outside to inside, on each of the four sides. */
function placed(grey: Grey, frame: Frame): Advice {
  const sides = [
    side(grey, frame, false, false),
    side(grey, frame, false, true),
    side(grey, frame, true, false),
    side(grey, frame, true, true),
  ];
  const met = sides.filter((found) => found !== undefined && found <= LIMITS.inside);
  const within = sides.filter((found) => found !== undefined && found > LIMITS.inside);
  if (met.length >= LIMITS.sides) {
    return '';
  }
  return within.length >= 2 && within.length > met.length ? 'closer' : 'place';
}

/** How far inside the frame an edge lies, in shares of the frame; below nought it lies outside. */
function side(grey: Grey, frame: Frame, down: boolean, far: boolean): number | undefined {
  const [start, length, across, span, most] = down
    ? [frame.top, frame.height, frame.left, frame.width, grey.height]
    : [frame.left, frame.width, frame.top, frame.height, grey.width];
  const rule = far ? start + length : start;
  const inwards = far ? -1 : 1;
  const lines: number[] = [];
  const from = Math.ceil(-LIMITS.outside * length);
  for (let offset = from; offset <= SEARCH * length; offset++) {
    const line = Math.round(rule + inwards * offset);
    if (line < 0 || line >= most) {
      lines.push(Number.NaN);
    } else {
      const part = { left: line, top: across + span * 0.2, width: 1, height: span * 0.6 };
      lines.push(mean(grey, down ? { left: part.top, top: part.left, width: part.height, height: 1 } : part));
    }
  }
  const near = 3;
  for (let i = near; i < lines.length - near; i++) {
    const step = (lines[i] + lines[i + 1] + lines[i + 2] - lines[i - 1] - lines[i - 2] - lines[i - 3]) / 3;
    if (Math.abs(step) >= LIMITS.edge) {
      return (from + i) / length;
    }
  }
  return undefined;
}
