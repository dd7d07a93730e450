/** Reads XML that others wrote, and writes it as Configuration Manager does. */
@NullMarked
package dev.garrison.xml;

import org.jspecify.annotations.NullMarked;
