/**
 * Answers of a WSUS server: rows by position, converted to records. Column names and order are
 * those of the metadata of Microsoft's own administration library.
 */
@NullMarked
package dev.garrison.wsus.model;

import org.jspecify.annotations.NullMarked;
