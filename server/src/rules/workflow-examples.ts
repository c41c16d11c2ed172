import type { Example } from './rule';

type Values = Readonly<Record<string, string>>;

/**
 * A step of `aio-apps-action` with nothing wrong, but for its version and these inputs; an empty
 * one is left out.
 */
export const authStepExample = (inputs: Values = {}, version = '3.3.0'): Example =>
  workflow(`adobe/aio-apps-action@${version}`, {
    command: 'oauth_sts',
    CLIENTID: '${{ secrets.CLIENTID_PROD }}',
    CLIENTSECRET: '${{ secrets.CLIENTSECRET_PROD }}',
    TECHNICALACCOUNTID: '${{ secrets.TECHNICALACCID_PROD }}',
    TECHNICALACCOUNTEMAIL: '${{ secrets.TECHNICALACCEMAIL_PROD }}',
    IMSORGID: '${{ secrets.IMSORGID_PROD }}',
    ...inputs,
  });

/** A step that starts a pipeline of Cloud Manager with nothing wrong, but for these inputs. */
export const executionStepExample = (inputs: Values = {}): Example =>
  workflow('adobe/aio-cloudmanager-create-execution-action@v1.2.0', {
    OAUTHENABLED: "'true'",
    CLIENTID: '${{ secrets.CM_CLIENT_ID }}',
    CLIENTSECRET: '${{ secrets.CM_CLIENT_SECRET }}',
    TECHNICALACCOUNTID: '${{ secrets.CM_TA_ID }}',
    TECHNICALACCOUNTEMAIL: '${{ secrets.CM_TA_EMAIL }}',
    IMSORGID: '${{ secrets.CM_ORG_ID }}',
    ...inputs,
  });

function workflow(uses: string, inputs: Values): Example {
  const given = Object.entries(inputs).filter(([, value]) => value !== '');
  const lines = [
    'on: push',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    `      - uses: ${uses}`,
    '        with:',
    ...given.map(([name, value]) => `          ${name}: ${value}`),
  ];
  return { file: '.github/workflows/deploy.yml', text: `${lines.join('\n')}\n` };
}
