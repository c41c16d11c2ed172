import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proposedNames } from '../../server/src/features/mask-proposals';
import { masksOf } from '../../server/src/features/masks';
import { type KnownAnswers, newWorkspace } from '../../server/src/model/workspace';
import { documentOf } from '../support/check';

const account = (path: string, mask: string) =>
  documentOf(path, `label: ${path}\nassociationMask: "${mask}"\n`);

describe('names to try a mask on', () => {
  it('are those that it expects, then those of other masks, of which each file is read once', () => {
    const mine = account('a.external-account.yaml', 'Campaign - mine - (.*)');
    const other = account('b.external-account.yaml', 'Campaign - other - (.*)');
    const answers: KnownAnswers = new WeakMap();
    const namesWith = (documents: readonly (typeof mine)[]) =>
      proposedNames(mine, masksOf(mine)[0]!, newWorkspace(documents, [], answers));
    const names = namesWith([mine, other]);
    const of = (part: string) =>
      names.filter(({ name }) => name.startsWith(`Campaign - ${part} - `));
    assert.ok(of('mine').length > of('other').length);
    assert.equal(of('other').length, 2);
    assert.equal(names.length, of('mine').length + 2);
    const known = answers.get(other);
    assert.equal(known?.answers.size, 1);
    namesWith([mine, other]);
    assert.equal(answers.get(other), known);
    assert.equal(known?.answers.size, 1);
  });
});
