import type { TextEdit } from '../text/edit';
import type { Syntax } from './syntax';
import { editYaml } from './yaml-edit';
import { readYaml } from './yaml-parser';

/** YAML 1.2 with the core schema and merge keys; the first document of a text. */
export const yaml: Syntax = {
  id: 'yaml',
  parse: (text) => readYaml(text).parsed,
  comment: (text) => `# ${text}`,
  edit: (text, changes): readonly TextEdit[] =>
    changes.length === 0 ? [] : editYaml(text, changes),
};
