package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that was filled before there were sums of many days gets them as it is brought up to date. */
class SumsOfManyDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-12-27");
    private static final int DAYS = 150;
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    private final SpendDayDao dao = new SpendDayDao();

    private static void fill(org.jdbi.v3.core.Handle handle, Random random) {
        for (int day = 0; day < DAYS; day++) {
            for (int item = 0; item < 4; item++) {
                if (random.nextInt(3) > 0) {
                    handle.execute(
                            "insert into spend_days values (cast(? as date), ?, 'MEMBER', ?, 'USD', 0, 0, 0, 0, ?, ?, ?)",
                            FIRST.plusDays(day).toString(),
                            random.nextInt(2),
                            "place" + item,
                            random.nextInt(99),
                            random.nextInt(99),
                            random.nextInt(99));
                }
            }
        }
        handle.execute(
                "update spend_days_made set until_day = cast(? as date)",
                FIRST.plusDays(DAYS).toString());
    }

    @Test
    void theSumsOfBlocksAreThoseOfTheirDays() {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .target("30")
                .loggers("slf4j")
                .load()
                .migrate();
        org.jdbi.v3.core.Jdbi.create(url, "sa", "").useHandle(handle -> fill(handle, new Random(3)));
        try (Database database = new Database(Settings.of(Map.of("DARIRO_DB_URL", url)))) {
            database.useTransaction(this::compare);
        }
    }

    private void compare(Transaction tx) {
        for (int from = 0; from < DAYS; from += 7) {
            for (int to = from + 1; to <= DAYS; to += 11) {
                List<DayBlock> blocks = DayBlock.of(FIRST.plusDays(from), FIRST.plusDays(to));
                List<DayBlock> days = FIRST.plusDays(from)
                        .datesUntil(FIRST.plusDays(to))
                        .map(day -> new DayBlock(day, 1))
                        .toList();
                Set<DayRow> rows = rows(tx, blocks);
                assertFalse(rows.isEmpty() && to > from + 3);
                assertEquals(rows(tx, days), rows);
            }
        }
    }

    private Set<DayRow> rows(Transaction tx, List<DayBlock> blocks) {
        return new HashSet<>(dao.rows(tx, blocks, null, Spending.By.MEMBER, "USD", true));
    }
}
