/** What is wrong, where, and what to do about it: the one form in which problems reach a person. */
@NullMarked
package dev.garrison.diagnostic;

import org.jspecify.annotations.NullMarked;
