package org.dariro.gateway;

import java.util.Optional;
import org.dariro.member.Network;

/**
 * What a segment to a member costs, as far as the tables say.
 *
 * @param network where the number is taken to be
 * @param price the row of the price table that holds; empty when none does
 */
public record Quote(Optional<Network> network, Optional<Price> price) {}
