package org.dariro;

import java.time.InstantSource;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.spend.BookDao;
import org.dariro.spend.ChargeDao;
import org.dariro.spend.Charges;
import org.dariro.spend.CorrectionDao;
import org.dariro.spend.Corrections;
import org.dariro.spend.ExchangeRateDao;
import org.dariro.spend.ExchangeRates;
import org.dariro.spend.Ledger;
import org.dariro.spend.ParticipantDao;
import org.dariro.spend.SpendDayDao;
import org.dariro.spend.SpendDays;
import org.dariro.spend.SpendNames;
import org.dariro.spend.SpendOverview;
import org.dariro.spend.SpendTexts;
import org.dariro.spend.Spending;
import org.dariro.spend.budget.BudgetDao;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.MoneyDao;
import org.dariro.spend.budget.Purses;
import org.dariro.spend.invoice.InvoiceDao;
import org.dariro.spend.invoice.Invoices;

/** What texts cost: the ledger and the budgets, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class SpendLayer extends GatewayLayer {
    public final Charges charges;
    public final Corrections corrections;
    public final Ledger ledger;
    public final SpendDays spendDays;
    public final ExchangeRates exchangeRates;
    public final Spending spending;
    public final SpendOverview spendOverview;
    public final SpendTexts spendTexts;
    public final SpendNames spendNames;
    public final Invoices invoices;
    public final Budgets budgets;
    final Purses purses;

    SpendLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        charges = new Charges(new ChargeDao(), ids, clock);
        corrections = new Corrections(new CorrectionDao(), clock);
        BookDao books = new BookDao();
        ledger = new Ledger(books, new CorrectionDao(), new ChargeDao(), lines);
        spendDays = new SpendDays(database, ledger, books, new SpendDayDao(), clock);
        exchangeRates = new ExchangeRates(new ExchangeRateDao(), ids, clock);
        spending = new Spending(database, spendDays, exchangeRates, settings);
        spendOverview = new SpendOverview(spending, new ParticipantDao(), database, clock);
        spendTexts = new SpendTexts(ledger, books, new SpendDayDao(), clock);
        spendNames = new SpendNames(groups, memberships, lines, networks);
        invoices = new Invoices(new InvoiceDao(), ledger, charges, lines, ids, clock);
        BudgetDao budgetDao = new BudgetDao();
        budgets = new Budgets(budgetDao, new MoneyDao(), exchangeRates, webhooks, ids, clock);
        purses = new Purses(database, budgetDao, clock);
    }
}
