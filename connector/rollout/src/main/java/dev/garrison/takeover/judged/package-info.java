/** What each object is for, how sure that is, and why. Pure. */
@NullMarked
package dev.garrison.takeover.judged;

import org.jspecify.annotations.NullMarked;
