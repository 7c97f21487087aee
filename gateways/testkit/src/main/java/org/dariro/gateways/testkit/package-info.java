/**
 * What every gateway must do, as tests: {@link org.dariro.gateways.testkit.GatewayContract}, and fake carriers to run it
 * against.
 */
@NullMarked
package org.dariro.gateways.testkit;

import org.jspecify.annotations.NullMarked;
