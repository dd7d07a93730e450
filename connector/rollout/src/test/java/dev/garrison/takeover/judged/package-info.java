/** What applications are taken for. */
@NullMarked
package dev.garrison.takeover.judged;

import org.jspecify.annotations.NullMarked;
