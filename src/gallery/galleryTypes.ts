import type { ReactNode } from 'react';

/** One declaration is a gallery entry and a test's subject. */
export interface GalleryState {
  /** Part of the address: `/gallery/<id>`. */
  readonly id: string;
  readonly title: string;
  readonly render: () => ReactNode;
}
