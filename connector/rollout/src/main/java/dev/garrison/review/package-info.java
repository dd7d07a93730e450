/** A plan as people review it: its changes in groups with counts, marks, and reasons. */
@NullMarked
package dev.garrison.review;

import org.jspecify.annotations.NullMarked;
