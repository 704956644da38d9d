export const figureEn = {} as const;

export const figureZh: Record<keyof typeof figureEn, string> = {};
