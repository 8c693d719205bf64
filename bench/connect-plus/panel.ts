import type { Bench } from '../bench.ts';
import { AccountScreens } from './accounts.ts';
import { ExportScreens } from './exports.ts';
import { ConnectPlusFunds } from './funds.ts';
import { MailScreens } from './mail.ts';
import { ReportScreens } from './reports.ts';
import { TouchScreen } from './screen.ts';
import { ServerSide } from './server.ts';
import { TransactionScreens } from './transactions.ts';
import { UserScreens } from './users.ts';

/** What a person does at the touch screen of a Connect+, one subject for each part of its menus. */
export class ConnectPlusPanel {
  readonly screen: TouchScreen;
  readonly accounts: AccountScreens;
  readonly mail: MailScreens;
  readonly reports: ReportScreens;
  readonly exports: ExportScreens;
  readonly users: UserScreens;
  readonly transactions: TransactionScreens;
  readonly server: ServerSide;
  readonly funds: ConnectPlusFunds;

  constructor(bench: Bench) {
    this.screen = new TouchScreen(bench);
    this.accounts = new AccountScreens(this.screen);
    this.mail = new MailScreens(this.screen, this.accounts);
    this.reports = new ReportScreens(this.screen, this.accounts);
    this.exports = new ExportScreens(this.screen, this.reports);
    this.users = new UserScreens(this.screen);
    this.transactions = new TransactionScreens(this.screen, this.accounts);
    this.server = new ServerSide(this.screen, this.mail);
    this.funds = new ConnectPlusFunds(bench);
  }
}
