import * as vscode from 'vscode';

/**
 * Where messages between editor and server are traced, while `imsConfig.trace.server` asks for it.
 * Only their names and times get through: their contents are the user's files, secrets included.
 */
export function traceOutput(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = () => {
    const setting = vscode.workspace.getConfiguration('imsConfig').get('trace.server');
    return setting === 'messages' ? vscode.LogLevel.Trace : vscode.LogLevel.Info;
  };
  const onDidChangeLogLevel = (listener: (level: vscode.LogLevel) => void) =>
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('imsConfig.trace')) listener(level());
    });
  return Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: onDidChangeLogLevel },
    trace: { value: (message: string) => output.info(message.split('\n', 1)[0] ?? '') },
  });
}
