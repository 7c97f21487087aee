/** What a carrier plug-in is: values that cross the border, and the few calls between a gateway and the service. */
@NullMarked
package org.dariro.gateways.api;

import org.jspecify.annotations.NullMarked;
