/** What can be wrong with update servers and what is on them, in words. */
@NullMarked
package dev.garrison.wsus.problem;

import org.jspecify.annotations.NullMarked;
