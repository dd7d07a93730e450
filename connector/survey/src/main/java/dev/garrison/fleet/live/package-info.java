/** What servers answer when they are asked themselves; pure. */
@NullMarked
package dev.garrison.fleet.live;

import org.jspecify.annotations.NullMarked;
