import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceReport } from '../../server/src/features/workspace-report';
import { reportMarkdown } from '../../server/src/features/workspace-report-markdown';
import { placeLinks } from '../../server/src/lsp/workspace-links';
import { newWorkspace } from '../../server/src/model/workspace';
import { noSettings } from '../../server/src/rules/settings';
import { documentOf, TODAY } from '../support/check';
import { jwt } from './samples';

describe('places as links', () => {
  it('stand in one line and lead somewhere, whatever a file is called', () => {
    const document = documentOf('/w/a.ims-integration.yaml', jwt);
    const file = { path: 'a|b\nc.ims-integration.yaml', document, findings: [] };
    const snapshot = TextDocument.create('file:///w/x', '', 0, jwt);
    const context = { settings: noSettings, today: TODAY };
    const links = placeLinks(() => ({ document, findings: [], snapshot, context }));
    const report = workspaceReport([file], newWorkspace([document]), TODAY);
    const text = links.complete(reportMarkdown(report, links.place));
    assert.match(text, /^\|.*\[a\\\|b c\.ims-integration\.yaml:\d+\].*\|$/m);
    assert.match(text, /^\[a\|b c\.ims-integration\.yaml:\d+\]: <file:/m);
  });
});
