import type { ParsedText, Syntax } from './syntax';
import { editYaml } from './yaml-edit';
import { type ReadYaml, readYaml } from './yaml-read';
import { yamlTyping } from './yaml-typing';

/** YAML 1.2 with the core schema and merge keys; the first document of a text. */
export const yaml: Syntax = {
  id: 'yaml',
  parse: readYaml,
  comment: (text) => `# ${text}`,
  edit(text, changes, parsed) {
    if (changes.length === 0) return [];
    return editYaml(text, changes, isReadYaml(parsed) ? parsed : readYaml(text));
  },
  typing: (text, offset, parsed = readYaml(text)) => yamlTyping(text, offset, parsed),
};

/** Only this notation makes parsed texts with a layout. */
const isReadYaml = (parsed: ParsedText | undefined): parsed is ReadYaml =>
  parsed?.layout !== undefined;
