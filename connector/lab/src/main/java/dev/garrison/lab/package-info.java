/**
 * A strict stand-in for a Configuration Manager site and its update servers, over real sockets.
 * Imports nothing of Garrison.
 */
@NullMarked
package dev.garrison.lab;

import org.jspecify.annotations.NullMarked;
