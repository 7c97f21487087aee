/** Scheduled topics and events, wellbeing questions, nudges. */
@NullMarked
package org.dariro.programme;

import org.jspecify.annotations.NullMarked;
