import { exportFigure } from './exportSvg.ts';
import { svgToPng } from './svgToPng.ts';

/*
 * A figure as a picture. Fetched when somebody asks for one (`import('…/figurePicture.ts')`): most visitors never do.
 */

/** All drawings within, as a file that stands alone, on the figure's own paper. */
export function figureSvg(root: HTMLElement | null): string {
  if (!root) throw new Error('no figure');
  return exportFigure(root, getComputedStyle(root).getPropertyValue('--card'));
}

/** The same as pixels. Rejects when the browser cannot draw it. */
export const figurePng = (root: HTMLElement | null): Promise<Blob> => svgToPng(figureSvg(root));
