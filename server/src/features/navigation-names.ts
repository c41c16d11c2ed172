import type { ConfigDocument } from '../model/document';
import { moved, type Span } from '../text/span';
import { inComments } from './comment-places';

/** A place where a document names a variable or a secret that is kept elsewhere. */
export interface NamePlace {
  /** The characters of the name. */
  readonly span: Span;
  /** All of the reference. */
  readonly whole: Span;
  /** Equal where the same thing is named. */
  readonly id: string;
  /** Whether it gets its value here. */
  readonly isDefinition: boolean;
}

/** The names in references of a document, and of the variables that it sets. None of comments. */
export function namePlaces(document: ConfigDocument): readonly NamePlace[] {
  const { text, syntax } = document;
  const isComment = inComments(document);
  return FORMS.filter(({ only }) => !only || only.has(syntax.id))
    .flatMap((form) => [...text.matchAll(form.pattern)].flatMap((found) => placesIn(form, found)))
    .filter(({ whole }) => !isComment(whole))
    .sort((one, other) => one.span.start - other.span.start);
}

interface Form {
  readonly sort: string;
  /** With the name as a group of that name. */
  readonly pattern: RegExp;
  /** The notations in which it means something. */
  readonly only?: ReadonlySet<string>;
  readonly isDefinition?: true;
  /** Where the names stand in what was found. */
  readonly inner?: RegExp;
}

const VARIABLES: ReadonlySet<string> = new Set(['env', 'command-line']);

const FORMS: readonly Form[] = [
  {
    sort: 'osgi',
    pattern: /\$\[\s*(?<space>secret|env|prop)\s*:\s*(?<name>[\w.-]+)[^\]\r\n]{0,500}\]/dg,
  },
  {
    sort: 'expression',
    pattern: /\$\{\{(?<name>[^{}\r\n]{1,500})\}\}/dg,
    inner: /\b(?<space>secrets|vars|env|inputs)\.(?<name>[\w-]+)/dg,
  },
  { sort: 'variable', pattern: /\$\{(?<name>[A-Za-z_]\w*)(?:[:?=+-][^{}\r\n]*)?\}/dg },
  { sort: 'variable', pattern: /(?<![\w$\\])\$(?:env:)?(?<name>[A-Za-z_]\w*)(?!\w|:)/dg },
  {
    sort: 'variable',
    pattern: /^[ \t]*(?:export[ \t]+|set[ \t]+)?(?<name>[A-Za-z_]\w*)(?=[ \t]*=)/dgm,
    only: VARIABLES,
    isDefinition: true,
  },
  { sort: 'mustache', pattern: /(?<![$\\])\{\{\s*(?<name>[\w.-]+)\s*\}\}/dg },
];

function placesIn(form: Form, found: RegExpMatchArray): readonly NamePlace[] {
  const { sort, inner, isDefinition = false } = form;
  const at = spanOf(found, 'name');
  const name = found.groups?.name;
  if (!at || name === undefined) return [];
  if (inner) {
    return [...name.matchAll(inner)].flatMap((each) =>
      placesIn({ sort, pattern: inner }, each).map(({ span, whole, ...rest }) => ({
        ...rest,
        span: moved(span, at.start),
        whole: moved(whole, at.start),
      })),
    );
  }
  const start = found.index ?? 0;
  const whole = isDefinition ? at : { start, end: start + found[0].length };
  return [{ span: at, whole, id: `${sort} ${found.groups?.space ?? ''} ${name}`, isDefinition }];
}

function spanOf({ indices }: RegExpMatchArray, group: string): Span | undefined {
  const [start, end] = indices?.groups?.[group] ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}
