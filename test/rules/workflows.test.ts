import { actionOutdated } from '../../server/src/rules/action-outdated';
import { technicalAccountInputSwapped } from '../../server/src/rules/technical-account-input-swapped';
import { authStepExample, executionStepExample } from '../../server/src/rules/workflow-examples';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = '.github/workflows/deploy.yml';

testRule(actionOutdated, {
  valid: [
    ...['3', '3.0.0', 'v3.3.0', '4.1.0', '10', 'master', 'main', 'v3'].map((version) => ({
      name: `version ${version}`,
      file,
      code: authStepExample({}, version).text,
    })),
    {
      name: 'an action that is pinned to a commit',
      file,
      code: authStepExample({}, '6d7fdea67de9ef5ee3bf4c730aeaa5eaa7e2c533 # 2.0.2').text,
    },
    {
      name: 'an old version for a credential that has to be migrated, which brings a new one',
      file,
      code: authStepExample({ command: 'auth', KEY: '${{ secrets.KEY_PROD }}' }, '2.0.2').text,
    },
    {
      name: 'an old version for a command that needs no credential',
      file,
      code: authStepExample({}, '3.3.0')
        .text.replace(/$/, '')
        .concat(
          '      - uses: adobe/aio-apps-action@2.0.2\n        with:\n          command: build\n',
        ),
    },
  ],
  invalid: [
    {
      name: 'a version from before the command, and changes all steps of the action',
      file,
      code: lines`
        steps:
          - uses: adobe/aio-apps-action@«2.0.2» # once
            with:
              command: oauth_sts
              CLIENTID: \${{ vars.CLIENTID }}
              TECHNICALACCOUNTEMAIL: \${{ vars.EMAIL }}
          - uses: 'adobe/aio-apps-action@v2'
            with: { command: build }
          - uses: adobe/aio-cli-setup-action@1.3.0
          - uses: adobe/aio-apps-action@1.0.0
            with: { command: deploy }
      `,
      severity: 'error',
      messages: ['Use `3.0.0` or a newer one'],
      related: ["'adobe/aio-apps-action@v2'", 'adobe/aio-apps-action@1.0.0'],
      titles: ['Use `3.3.0` in all steps of this action'],
      fixed: lines`
        steps:
          - uses: adobe/aio-apps-action@3.3.0 # once
            with:
              command: oauth_sts
              CLIENTID: \${{ vars.CLIENTID }}
              TECHNICALACCOUNTEMAIL: \${{ vars.EMAIL }}
          - uses: 'adobe/aio-apps-action@3.3.0'
            with: { command: build }
          - uses: adobe/aio-cli-setup-action@1.3.0
          - uses: adobe/aio-apps-action@3.3.0
            with: { command: deploy }
      `,
    },
    {
      name: 'two steps that sign in, once',
      file,
      code: lines`
        steps:
          - uses: adobe/aio-apps-action@«2.0.2»
            with: { command: oauth_sts, CLIENTID: "\${{ vars.STAGE }}" }
          - uses: adobe/aio-apps-action@2.0.2
            with: { command: oauth_sts, CLIENTID: "\${{ vars.PROD }}" }
      `,
      related: ['adobe/aio-apps-action@2.0.2'],
    },
    {
      name: 'a version of the action of Cloud Manager without OAuth',
      file,
      code: executionStepExample().text.replace('@v1.2.0', '@«v1.1.0»'),
      messages: ['Use `v1.2.0`'],
      fixed: executionStepExample().text,
    },
  ],
});

testRule(technicalAccountInputSwapped, {
  valid: [
    {
      name: 'the email of a JWT credential, as Adobe showed it',
      file,
      code: executionStepExample({
        OAUTHENABLED: '',
        TECHNICALACCOUNTEMAIL: '',
        TECHNICALACCOUNTID: '${{ secrets.CM_TA_EMAIL }}',
        KEY: '${{ secrets.CM_PRIVATE_KEY }}',
      }).text,
    },
    {
      name: 'a secret whose name tells nothing',
      file,
      code: executionStepExample({ TECHNICALACCOUNTID: '${{ secrets.CM_TA }}' }).text,
    },
    {
      name: 'a name that is computed',
      file,
      code: executionStepExample({
        TECHNICALACCOUNTID: "${{ secrets[format('{0}_EMAIL', 'TA')] }}",
      }).text,
    },
  ],
  invalid: [
    {
      name: 'a secret that is named after the email',
      file,
      code: executionStepExample({ TECHNICALACCOUNTID: '«${{ secrets.CM_TA_EMAIL }}»' }).text,
      severity: 'warning',
      titles: ['Use `${{ secrets.CM_TA_ID }}`'],
      fixed: executionStepExample().text,
    },
    {
      name: 'both in the place of the other',
      file,
      code: executionStepExample({
        TECHNICALACCOUNTID: '«${{ secrets.CM_TA_EMAIL }}»',
        TECHNICALACCOUNTEMAIL: '${{ secrets.CM_TA_ID }}',
      }).text,
      titles: ['Exchange `TECHNICALACCOUNTID` and `TECHNICALACCOUNTEMAIL`'],
      fixed: executionStepExample().text,
    },
    {
      name: 'the email alone, which then goes where it belongs',
      file,
      code: executionStepExample({
        TECHNICALACCOUNTID: '«${{ secrets.CM_TA_EMAIL }}»',
        TECHNICALACCOUNTEMAIL: '',
      }).text,
      fixed: executionStepExample().text,
    },
  ],
});
