/**
 * The statistical second opinion on a text: a linear model over words and letters, and a vote of sentences, made at build time from
 * the training texts.
 */
@NullMarked
package org.dariro.safeguarding.opinion;

import org.jspecify.annotations.NullMarked;
