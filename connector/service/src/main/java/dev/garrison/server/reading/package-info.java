/** What is read of the history, for the API and for the pages. */
@NullMarked
package dev.garrison.server.reading;

import org.jspecify.annotations.NullMarked;
