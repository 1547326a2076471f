import { browser } from 'wxt/browser';
import { installed, permitted, started } from '@/lib/background/life';
import { answerMessage, answerPort } from '@/lib/background/listeners';
import { runCommand, runMenuEntry } from '@/lib/background/menu';
import { followSync } from '@/lib/settings/sync';
import { followBadge } from '@/lib/tabs/toolbar';

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
