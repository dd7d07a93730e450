/** Holds the files of the demonstration to the form of Microsoft's. */
@NullMarked
package dev.garrison.demo;

import org.jspecify.annotations.NullMarked;
