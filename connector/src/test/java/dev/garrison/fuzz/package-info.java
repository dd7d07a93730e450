/**
 * Seeded mutation of well-formed texts, for the tests of everything that reads what others wrote.
 */
@NullMarked
package dev.garrison.fuzz;

import org.jspecify.annotations.NullMarked;
