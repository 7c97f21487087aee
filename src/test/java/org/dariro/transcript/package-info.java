/**
 * Phone conversations as tests: reads the files of {@code src/test/transcripts}, plays each on a {@link
 * org.dariro.transcript.Stage} and compares what the phones got. The form is described in that folder's README.
 */
package org.dariro.transcript;
