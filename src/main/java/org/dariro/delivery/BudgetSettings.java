package org.dariro.delivery;

import org.dariro.platform.Settings;

/**
 * What budgets take for granted.
 *
 * @param reservePercent the part of a budget for safety and answers where none is given
 * @param postsADay posts a member and day of a group that nothing is known of yet
 */
public record BudgetSettings(int reservePercent, int postsADay) {

    /** {@code DARIRO_BUDGET_RESERVE_PERCENT} (10; 1 to 90) and {@code DARIRO_BUDGET_POSTS_A_DAY} (4; 1 to 50). */
    public static BudgetSettings of(Settings settings) {
        return new BudgetSettings(
                settings.number("DARIRO_BUDGET_RESERVE_PERCENT", 10, 1, 90),
                settings.number("DARIRO_BUDGET_POSTS_A_DAY", 4, 1, 50));
    }
}
