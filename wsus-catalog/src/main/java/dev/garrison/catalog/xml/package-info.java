/** The XML of an update, as WSUS keeps it. */
@NullMarked
package dev.garrison.catalog.xml;

import org.jspecify.annotations.NullMarked;
