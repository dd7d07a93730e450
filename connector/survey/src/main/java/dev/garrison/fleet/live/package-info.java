/** Answers of servers that were asked directly, without the requests for them. */
@NullMarked
package dev.garrison.fleet.live;

import org.jspecify.annotations.NullMarked;
