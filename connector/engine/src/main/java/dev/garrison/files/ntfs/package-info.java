/**
 * Access lists of files and folders on Windows, read and written through its own libraries. Java's
 * own {@link java.nio.file.attribute.AclFileAttributeView} names accounts by their translated
 * names, and cannot keep a list from inheriting.
 */
@NullMarked
package dev.garrison.files.ntfs;

import org.jspecify.annotations.NullMarked;
