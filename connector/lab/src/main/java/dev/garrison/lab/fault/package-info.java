/** What goes wrong on purpose. */
@NullMarked
package dev.garrison.lab.fault;

import org.jspecify.annotations.NullMarked;
