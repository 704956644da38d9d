/** An image's pixels as 32-bit words (alpha in the highest byte, then blue, green, red: as canvases have them in memory). */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** A dot's opacity (0–255) over a square of pixels, for each of `SUB`² places of its middle within a pixel. */
export interface DotStamp {
  /** Pixels on a side, odd. */
  readonly size: number;
  readonly masks: readonly Uint8Array[];
}

/** Places within a pixel that are told apart, each way. */
const SUB = 4;

/** A disc of this radius (px of the image) with a soft edge. */
export function dotStamp(radius: number, opacity: number): DotStamp {
  const half = Math.ceil(radius + 1);
  const size = 2 * half + 1;
  const masks = Array.from({ length: SUB * SUB }, (_, place) => {
    const [dx, dy] = [((place % SUB) + 0.5) / SUB, (Math.floor(place / SUB) + 0.5) / SUB];
    return Uint8Array.from({ length: size * size }, (_, pixel) => {
      const x = (pixel % size) - half + 0.5 - dx;
      const y = Math.floor(pixel / size) - half + 0.5 - dy;
      return 255 * opacity * Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x, y)));
    });
  });
  return { size, masks };
}

/** Points to be drawn, and how. */
export interface Splats {
  /** (n, 2) in px of the page. */
  readonly screen: Float32Array;
  /** Pixels of the image a px of the page. */
  readonly ratio: number;
  /** Which stamp each is drawn with; lower ones lie beneath. Null: all with the last. */
  readonly levels: Uint8Array | null;
  readonly stamps: readonly DotStamp[];
  readonly classes: Uint8Array | null;
  /** Colours by class as 0x00BBGGRR; the first where there are no classes. */
  readonly colours: Uint32Array;
}

/** Clears an image and draws all points into it: a few additions a pixel touched, whatever the browser has for a GPU. */
export function splat(image: PixelImage, splats: Splats): void {
  image.pixels.fill(0);
  const { levels, stamps } = splats;
  if (!levels) {
    const stamp = stamps.at(-1);
    if (stamp) splatLevel(image, splats, stamp, -1);
    return;
  }
  stamps.forEach((stamp, level) => {
    splatLevel(image, splats, stamp, level);
  });
}

function splatLevel(image: PixelImage, splats: Splats, stamp: DotStamp, level: number): void {
  const { screen, ratio, levels, classes, colours } = splats;
  const half = (stamp.size - 1) / 2;
  const [right, bottom] = [image.width - half, image.height - half];
  for (let i = 0; i < screen.length / 2; i++) {
    if (level >= 0 && levels && levels[i] !== level) continue;
    const x = screen[2 * i]! * ratio;
    const y = screen[2 * i + 1]! * ratio;
    // Also leaves out what is no number.
    if (!(x >= half && y >= half && x < right && y < bottom)) continue;
    press(image, stamp, x, y, colours[classes ? classes[i]! : 0]!);
  }
}

/** One dot over what is there: opacities add up, the colour is that of whoever covers more. */
function press(image: PixelImage, stamp: DotStamp, x: number, y: number, colour: number): void {
  const { pixels, width } = image;
  const { size } = stamp;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const mask = stamp.masks[SUB * Math.floor(SUB * (y - row)) + Math.floor(SUB * (x - column))]!;
  const half = (size - 1) / 2;
  let at = (row - half) * width + column - half;
  for (let m = 0; m < size * size; at += width - size) {
    for (const end = m + size; m < end; m++, at++) {
      const own = mask[m]!;
      if (own === 0) continue;
      const there = pixels[at]! >>> 24;
      const both = there + (((255 - there) * own) >> 8);
      const shade = 2 * own >= there ? colour : pixels[at]! & 0xffffff;
      pixels[at] = (both << 24) | shade;
    }
  }
}
