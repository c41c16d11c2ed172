/** The folder of a path, with the slash behind it; empty where there is none. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The last part of a path: the name of its file. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where a relative path leads to from the folder of a file. */
export function joinedPath(file: string, relative: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
