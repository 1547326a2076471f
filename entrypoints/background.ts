import { browser } from 'wxt/browser';
import { answerMessage, answerPort } from '@/lib/session/background';
import { installed, permitted, started } from '@/lib/session/life';
import { runCommand, runMenuEntry } from '@/lib/session/menu';
import { followBadge } from '@/lib/session/toolbar';
import { followSync } from '@/lib/settings/sync';

export default defineBackground(() => {
  const { commands, contextMenus, permissions, runtime } = browser;
  runtime.onConnect.addListener(answerPort);
  runtime.onMessage.addListener(answerMessage);
  runtime.onInstalled.addListener(({ reason }) => void installed(reason));
  runtime.onStartup.addListener(() => void started());
  permissions.onAdded.addListener(({ origins = [] }) => void permitted(origins, true));
  permissions.onRemoved.addListener(({ origins = [] }) => void permitted(origins, false));
  followSync();
  followBadge();
  // Firefox for Android has neither menus nor keys.
  commands?.onCommand.addListener((command, tab) => void runCommand(command, tab));
  contextMenus?.onClicked.addListener((press, tab) => void runMenuEntry(press, tab));
});
