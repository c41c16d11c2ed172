import { syntaxes } from '../syntax';
import type { ConfigNode, ObjectNode, Property } from '../syntax/tree';
import { enumerate } from '../text/message';
import type { Span } from '../text/span';
import { rules as allRules } from './index';
import { isLevel, LEVELS, type Level, type Settings } from './settings';
import { similar } from './suggestion';
import { syntaxError } from './syntax-error';

/** The file at the root of a workspace that says which rules count there. */
export const SETTINGS_FILE = 'ims-config.yaml';

export interface SettingsProblem {
  readonly span: Span;
  readonly message: string;
}

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
  /** The text is no YAML, so that nobody can tell what it was meant to say. */
  readonly broken: boolean;
}

/**
 * Reads a settings file. What is wrong in it becomes a problem, and the rest still counts. Never
 * throws.
 */
export function readSettings(text: string): ReadSettings {
  const { root, problems } = syntaxes.yaml.parse(text);
  const reader = new SettingsReader();
  const settings = reader.read(root);
  const syntaxProblems = problems.map(({ code, span }) => ({
    span,
    message: syntaxError.meta.messages[code] ?? '',
  }));
  return {
    settings,
    problems: [...syntaxProblems, ...reader.problems],
    broken: problems.length > 0,
  };
}

const SECTIONS = ['rules', 'ignore', 'overrides'];
const OVERRIDE_FIELDS = ['files', 'rules'];

const isNothing = (node: ConfigNode | undefined) =>
  node === undefined || (node.type === 'scalar' && node.text.trim() === '');

/** Only what looks like a name is quoted: a secret may have got into the wrong file. */
const quoted = (text: string) =>
  /^[a-z_][a-z_-]{0,39}$/i.test(text) ? `\`${text}\`` : 'of that name';

/** Longer patterns are no patterns, and the library that matches them refuses them. */
const LONGEST = 1000;

/** Collects problems along the way. */
class SettingsReader {
  readonly problems: SettingsProblem[] = [];

  read(root: ConfigNode | undefined): Settings {
    const sections = this.#members(root, 'The file', SECTIONS);
    return {
      rules: this.#rules(sections.get('rules')?.value),
      ignore: this.#globs(sections.get('ignore')?.value, 'ignore'),
      overrides: this.#overrides(sections.get('overrides')?.value),
    };
  }

  #overrides(node: ConfigNode | undefined): Settings['overrides'] {
    return this.#items(node, '`overrides`', 'entries with `files` and `rules`').map((item) => {
      const members = this.#members(item, 'An entry of `overrides`', OVERRIDE_FIELDS);
      const files = members.get('files');
      if (!files) {
        this.#report(
          item,
          'This entry has no `files`, so it matches none. Add a list of patterns.',
        );
      }
      return {
        files: this.#globs(files?.value, 'files'),
        rules: this.#rules(members.get('rules')?.value),
      };
    });
  }

  #rules(node: ConfigNode | undefined): Settings['rules'] {
    const ids = allRules.map(({ meta }) => meta.id);
    const entries: [string, Level][] = [];
    for (const { key, keySpan, value } of this.#object(node, '`rules`')?.properties ?? []) {
      const level = value.type === 'scalar' ? value.text.trim() : '';
      if (!ids.includes(key)) {
        const [meant] = similar(key, ids);
        const advice = meant ? `Did you mean \`${meant}\`?` : '`ims-config rules` lists them all.';
        this.#report(keySpan, `There is no rule ${quoted(key)}. ${advice}`);
      } else if (!isLevel(level)) {
        this.#report(
          value.type === 'scalar' && level !== '' ? value.span : keySpan,
          `The level of \`${key}\` is ${level === '' ? 'missing' : quoted(level)}. Use ${enumerate(LEVELS, 'or')}.`,
        );
      } else entries.push([key, level]);
    }
    return Object.fromEntries(entries);
  }

  #globs(node: ConfigNode | undefined, name: string): readonly string[] {
    const globs: string[] = [];
    for (const item of this.#items(node, `\`${name}\``, 'patterns such as `templates/**`')) {
      const glob = item.type === 'scalar' ? item.text.trim() : '';
      if (glob === '') {
        this.#report(item, `A pattern of \`${name}\` is a text such as \`templates/**\`.`);
      } else if (glob.startsWith('!')) {
        // It would match every other file.
        this.#report(item, 'A pattern here cannot start with `!`. List what is meant instead.');
      } else if (glob.length > LONGEST) {
        this.#report(item, `A pattern of \`${name}\` is at most ${LONGEST} characters long.`);
      } else globs.push(glob);
    }
    return globs;
  }

  #members(
    node: ConfigNode | undefined,
    what: string,
    allowed: readonly string[],
  ): ReadonlyMap<string, Property> {
    const members = new Map<string, Property>();
    for (const property of this.#object(node, what)?.properties ?? []) {
      if (allowed.includes(property.key)) members.set(property.key, property);
      else {
        const message = `There is no setting ${quoted(property.key)} here. Use ${enumerate(allowed, 'or')}.`;
        this.#report(property.keySpan, message);
      }
    }
    return members;
  }

  #object(node: ConfigNode | undefined, what: string): ObjectNode | undefined {
    if (node?.type === 'object') return node;
    if (node && !isNothing(node)) {
      this.#report(node, `${what} is not a map. Write one \`name: value\` on each line.`);
    }
    return undefined;
  }

  #items(node: ConfigNode | undefined, what: string, of: string): readonly ConfigNode[] {
    if (node?.type === 'array') return node.items;
    if (node && !isNothing(node))
      this.#report(node, `${what} is not a list. Write a list of ${of}.`);
    return [];
  }

  #report(at: ConfigNode | Span, message: string): void {
    this.problems.push({ span: 'type' in at ? at.span : at, message });
  }
}
