package org.dariro;

import java.time.InstantSource;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.GroupLineDao;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.LineDao;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Networks;
import org.dariro.gateway.PriceDao;
import org.dariro.gateway.Prices;
import org.dariro.gateway.Pricing;
import org.dariro.gateway.Tariff;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/** Accounts, lines, prices, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class GatewayLayer extends PeopleLayer {
    public final Accounts accounts;
    public final Lines lines;
    public final Health health;
    public final Networks networks;
    public final Prices prices;
    public final Tariff tariff;
    public final GroupLines groupLines;
    public final Pricing pricing;

    GatewayLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        accounts = Accounts.open(settings, clock);
        lines = new Lines(new LineDao(), database, audit, ids, clock);
        health = new Health(accounts, settings, clock);
        networks = Networks.load(templates);
        prices = new Prices(new PriceDao(), audit, ids, clock);
        tariff = new Tariff(prices, networks, clock);
        groupLines = new GroupLines(new GroupLineDao(), lines, clock);
        pricing = new Pricing(groupLines, networks, prices, health);
    }
}
