/**
 * Queries and keys in OData's address syntax: the one owner of its quoting. See OData Version 4.01,
 * Part 2: URL Conventions.
 */
@NullMarked
package dev.garrison.mecm.odata;

import org.jspecify.annotations.NullMarked;
