import { startDetails } from './details.ts';
import { startKeys } from './keyboard.ts';
import { startOverview } from './overview.ts';
import { startPrinting } from './printing.ts';
import { ReportData } from './report-data.ts';
import { RowList } from './row-list.ts';
import { startFilter } from './start-filter.ts';
import { startTheme } from './theme.ts';

document.documentElement.classList.add('js');
startTheme();
const data = new ReportData();
const list = new RowList(data.page.tags);
startFilter(list, data.page.tags);
const opening = startDetails(list, data);
startKeys(list);
startOverview(list, data);
startPrinting(list, opening);
