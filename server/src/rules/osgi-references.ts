import { type ScalarNode, textSpan } from '../syntax/tree';
import type { Span } from '../text/span';

/** What stands in an OSGi configuration for a variable of its environment, or was meant to. */
export interface OsgiReference {
  readonly span: Span;
  /**
   * What may be a secret itself: a name that is none, and the value that is taken without the
   * variable.
   */
  readonly telling: Span;
  /** As written. */
  readonly type: string;
  /** What AEM, or Cloud Manager, does not take; undefined where nothing is wrong. */
  readonly problem?: 'name' | 'type' | 'open' | undefined;
}

/** The references in a text. */
export function osgiReferences(node: ScalarNode): readonly OsgiReference[] {
  return [...node.text.matchAll(REFERENCE)].map(({ index, 0: written, groups = {} }) => {
    const { head = '', type = '', name = '', closing = '' } = groups;
    const problem = problemOf(groups);
    const end = index + written.length;
    const behind = index + head.length + (problem ? 0 : name.length);
    return {
      span: textSpan(node, index, end),
      telling: textSpan(node, behind, end - closing.length),
      type,
      problem,
    };
  });
}

/** Also what was meant to be one. Where it is not closed, nobody knows where it ends. */
const REFERENCE =
  /(?<head>\$(?<opening>[[{(])\s*(?<type>secrets?|env|prop|environment|property)\s*:)(?<name>[^;\])}]*)(?<rest>;[^\])}]*)?(?<closing>[\])}])?/gi;

/** The name is never told: some people write the secret itself there. */
function problemOf({
  opening,
  type = '',
  name = '',
  closing,
}: Readonly<Record<string, string | undefined>>): OsgiReference['problem'] {
  // `${env:NAME}` and `$(env:NAME)` are the references of other tools, which may fill them in
  // before AEM reads them.
  if (opening !== '[') return undefined;
  if (!['secret', 'env', 'prop'].includes(type)) return 'type';
  if (closing !== ']') return 'open';
  if (type === 'prop') return name.trim() === '' ? 'name' : undefined;
  return /^[a-zA-Z_]\w{1,99}$/.test(name) ? undefined : 'name';
}
