/** The folder of a path, with the slash behind it; empty where there is none. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The last part of a path: the name of its file. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
