/**
 * Builds queries and keys in OData's address syntax, and reads rows. Quoting and encoding are done
 * only here. See OData Version 4.01, Part 2: URL Conventions.
 */
@NullMarked
package dev.garrison.mecm.odata;

import org.jspecify.annotations.NullMarked;
