/** Changes to one object: actions, differences, proposals, outcomes. Knows nothing of resources. */
@NullMarked
package dev.garrison.engine.change;

import org.jspecify.annotations.NullMarked;
