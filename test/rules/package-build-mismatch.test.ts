import { packageBuildMismatch } from '../../server/src/rules/package-build-mismatch';
import { packageOf } from '../support/samples';
import { testRule } from '../support/testRule';

const made = (build: string, file = 'extaccount_dev.xml') => ({
  file,
  code: packageOf('').replace('<package>', `<package ${build}>`),
});

const environments = (builds: Readonly<Record<string, string>>) => ({
  'shop.ims.yaml': [
    'environments:',
    ...Object.entries(builds).map(([name, build]) => `  ${name}:\n    build: ${build}`),
    '',
  ].join('\n'),
});

const both = environments({ 'luma-dev': '9383', 'luma-prod': '9368' });

testRule(packageBuildMismatch, {
  valid: [
    { name: 'the build of its environment', ...made('buildNumber="9383"'), others: both },
    { name: 'any build', ...made('buildNumber="*"'), others: both },
    { name: 'no build', ...made(''), others: both },
    { name: 'an empty build', ...made('buildNumber=""'), others: both },
    { name: 'a package in a workspace without environments', ...made('buildNumber="9032"') },
    {
      name: 'an environment whose build is not known',
      ...made('buildNumber="9032"'),
      others: environments({ 'luma-dev': '${BUILD}' }),
    },
    {
      name: 'the build of one of the environments that it may be for',
      ...made('buildNumber="9368"', 'extaccount.xml'),
      others: both,
    },
    {
      name: 'a package for an environment that nobody describes',
      ...made('buildNumber="9032"', 'extaccount_stage.xml'),
      others: both,
    },
    {
      name: 'a package without accounts',
      file: 'groups_dev.xml',
      code: '<package buildNumber="9032"><entities schema="xtk:group"><group name="a"/></entities></package>',
      others: both,
    },
    {
      name: 'the header of a package of something else',
      file: 'a_dev.xml',
      code: '<package buildNumber="9032"/>',
      others: both,
    },
  ],

  invalid: [
    {
      name: 'another build than its environment has',
      ...made('buildNumber=«"9368"»'),
      others: both,
      messages: ['This package comes from build `9368`, and `luma-dev` has build `9383`.'],
      severity: 'info',
      fixed: null,
      related: ['shop.ims.yaml: 9383'],
    },
    {
      name: 'a build that no environment has',
      ...made('buildNumber=«"9032"»', 'extaccount.xml'),
      others: both,
      messages: ['no environment that it may be for has it: their builds are `9383` and `9368`.'],
    },
  ],
});
