/** Manages the distribution of content to distribution point groups, and reads its progress. */
@NullMarked
package dev.garrison.mecm.distribution;

import org.jspecify.annotations.NullMarked;
