/** The documentation site as the build makes it. */
@NullMarked
package dev.garrison.documentation;

import org.jspecify.annotations.NullMarked;
