import type { Bench } from '../bench.ts';
import { AccountScreens } from './accounts.ts';
import { MailScreens } from './mail.ts';
import { TouchScreen } from './screen.ts';

/** What a person does at the touch screen of a Connect+, one subject for each part of its menus. */
export class ConnectPlusPanel {
  readonly screen: TouchScreen;
  readonly accounts: AccountScreens;
  readonly mail: MailScreens;

  constructor(bench: Bench) {
    this.screen = new TouchScreen(bench);
    this.accounts = new AccountScreens(this.screen);
    this.mail = new MailScreens(this.screen, this.accounts);
  }
}
