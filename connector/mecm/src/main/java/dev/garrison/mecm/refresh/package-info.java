/** What has to happen between a server's leaving one collection and its coming into another. */
@NullMarked
package dev.garrison.mecm.refresh;

import org.jspecify.annotations.NullMarked;
