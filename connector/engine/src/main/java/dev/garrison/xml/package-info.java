/** Reading XML that others wrote, and writing it as Configuration Manager does. */
@NullMarked
package dev.garrison.xml;

import org.jspecify.annotations.NullMarked;
