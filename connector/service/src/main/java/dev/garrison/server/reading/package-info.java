/** Answers about servers, jobs, and journals, read from the history for the API and the pages. */
@NullMarked
package dev.garrison.server.reading;

import org.jspecify.annotations.NullMarked;
