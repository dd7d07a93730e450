/** What is known of each server, and what follows from it for people. Pure. */
@NullMarked
package dev.garrison.fleet;

import org.jspecify.annotations.NullMarked;
