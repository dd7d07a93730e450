/**
 * What a WSUS server answers with: rows by position, turned into records. Column names and order
 * are those of the metadata of Microsoft's own administration library.
 */
@NullMarked
package dev.garrison.wsus.model;

import org.jspecify.annotations.NullMarked;
