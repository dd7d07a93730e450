/** What of a run is worth telling, and to whom it is news; pure. */
@NullMarked
package dev.garrison.notice;

import org.jspecify.annotations.NullMarked;
