/** What of a run is worth telling, to whom it is news, and how a message words it; pure. */
@NullMarked
package dev.garrison.notice;

import org.jspecify.annotations.NullMarked;
