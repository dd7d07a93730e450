/**
 * Selection of the problems of a run that are news for the administrators; it has no side effects.
 */
@NullMarked
package dev.garrison.notice;

import org.jspecify.annotations.NullMarked;
