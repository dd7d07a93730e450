/**
 * A strict simulation of a Configuration Manager site and its update servers, over real sockets. It
 * does not import anything of Garrison.
 */
@NullMarked
package dev.garrison.lab;

import org.jspecify.annotations.NullMarked;
