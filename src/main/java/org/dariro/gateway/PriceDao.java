package org.dariro.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.member.Network;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of prices. */
@Component
public class PriceDao {
    private static final String SELECT =
            "select id, line_id, country, network, prefix, price, currency, valid_from, source, imported_at from prices ";
    private static final Write INSERT = new Write(
            7,
            "insert into prices (id, line_id, country, network, prefix, price, currency, valid_from, source, imported_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    void insert(Transaction tx, Price price) {
        tx.write(
                INSERT,
                price.id(),
                price.line(),
                price.country(),
                price.network().map(Network::code).orElse(null),
                price.prefix().orElse(null),
                price.money().amount(),
                price.money().currency(),
                price.validFrom(),
                price.source(),
                price.importedAt());
    }

    List<Price> ofLines(Transaction tx, Collection<Long> lines) {
        return tx.query(SELECT + "where line_id = any(?) order by id")
                .bind(0, lines.toArray(Long[]::new))
                .map((row, context) -> price(row))
                .list();
    }

    List<Price> all(Transaction tx) {
        return tx.queryUnchanged(SELECT + "order by id")
                .map((row, context) -> price(row))
                .list();
    }

    List<Price> page(Transaction tx, Optional<Long> line, long after, int most) {
        return tx.query(SELECT + "where id > ? and (line_id = ? or cast(? as bigint) is null) order by id limit "
                        + most)
                .bind(0, after)
                .bind(1, line.orElse(null))
                .bind(2, line.orElse(null))
                .map((row, context) -> price(row))
                .list();
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getLong("id"),
                row.getLong("line_id"),
                row.getString("country"),
                Optional.ofNullable(row.getString("network")).map(Network::new),
                Optional.ofNullable(row.getString("prefix")),
                new Money(row.getBigDecimal("price").stripTrailingZeros(), row.getString("currency")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                row.getTimestamp("imported_at").toInstant());
    }
}
