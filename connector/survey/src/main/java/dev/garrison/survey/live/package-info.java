/** What the servers of the rings answer when they are asked themselves. */
@NullMarked
package dev.garrison.survey.live;

import org.jspecify.annotations.NullMarked;
