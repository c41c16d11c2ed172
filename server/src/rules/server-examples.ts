import type { Example } from './rule';

/** The configuration of the instance `luma`, with these elements and nothing else. */
export const instanceExample = (...lines: readonly string[]): Example => ({
  file: 'config-luma.xml',
  text: serverText('serverconf', lines),
});

/** The configuration of all instances, with these elements and nothing else. */
export const serverExample = (...lines: readonly string[]): Example => ({
  file: 'serverConf.xml',
  text: serverText('serverConf', lines),
});

const serverText = (root: string, lines: readonly string[]) =>
  [
    `<?xml version='1.0'?>`,
    `<${root}>`,
    ...lines.map((line) => `  ${line}`),
    `</${root}>`,
    '',
  ].join('\n');

/** The restrictions with these built-in operators; lines for `instanceExample`. */
export const restrictionLines = (operators: readonly string[]): readonly string[] => [
  '<shared>',
  '  <imsConfig>',
  '    <nonIMSAuthnAPI disableAPI="true">',
  ...operators.map((name) => `      <allowOperator name="${name}"/>`),
  '    </nonIMSAuthnAPI>',
  '  </imsConfig>',
  '</shared>',
];

/** A whole technical account, with these attributes in addition; lines for `instanceExample`. */
export const technicalAccountLines = (
  attributes: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const all = Object.entries({
    authIMSTAClientId: '0123456789abcdef0123456789abcdef',
    authIMSTAId: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    authIMSTAClientSecret: '@b3RoZXJTZWNyZXRUZXh0cw==',
    ...attributes,
  }).filter(([, value]) => value !== '');
  const written = all.map(([key, value]) => `${key}="${value}"`).join('\n       ');
  return ['<shared>', ...`  <ims ${written}/>`.split('\n'), '</shared>'];
};
