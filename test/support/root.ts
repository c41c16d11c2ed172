declare const __ROOT__: string;

/** The project's folder; tests run from a bundle elsewhere. */
export const root: string = __ROOT__;
