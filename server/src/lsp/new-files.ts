import { type NewFile, type NewFileKind, newFile, newFileKinds } from '../features/new-file';
import { spoken } from '../text/message';
import { languagesOf, pathOf } from './addresses';
import { textIn } from './client-options';
import { guarded } from './guard';
import type { Session } from './session';

/** The answer to `imsConfig/newFile`. */
interface NewFileAnswer extends NewFile {
  /**
   * The languages that editors may call such a file, the best first; for one without a telling
   * name.
   */
  readonly languages: readonly string[];
}

/** Installs what is asked by whoever makes new files. */
export function answerNewFiles(session: Session): void {
  const { connection, log } = session;
  connection.onRequest(
    'imsConfig/newFileKinds',
    guarded('newFileKinds', null, log, (): readonly NewFileKind[] =>
      newFileKinds().map((kind) => ({ ...kind, description: spoken(kind.description) })),
    ),
  );
  connection.onRequest(
    'imsConfig/newFile',
    guarded('newFile', null, log, (params: unknown) => answerOf(session, params)),
  );
}

/**
 * Of a kind, for a solution, at the address that the file will have; null where there is no such
 * file.
 */
function answerOf(session: Session, params: unknown): NewFileAnswer | null {
  const [kind, uri, solution] = ['kind', 'uri', 'solution'].map((name) => textIn(params, name));
  if (kind === undefined || uri === undefined) return null;
  const path = pathOf(uri);
  const { workspace } = session.workspace.around(uri);
  const file = newFile(kind, path, solution, workspace);
  return file ? { ...file, languages: languagesOf(path) } : null;
}
