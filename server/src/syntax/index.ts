import { commandLine } from './command-line';
import { hjson, json } from './json';
import { osgiConfig } from './osgi-config';
import { env, ini, properties } from './properties';
import type { Syntax, SyntaxId } from './syntax';
import { xml } from './xml';
import { yaml } from './yaml';

/** Every notation we read and edit. */
export const syntaxes: Readonly<Record<SyntaxId, Syntax>> = {
  yaml,
  json,
  hjson,
  xml,
  'command-line': commandLine,
  env,
  properties,
  ini,
  'osgi-config': osgiConfig,
};
