/** Names of files, apart from any file system. */
@NullMarked
package dev.garrison.files.naming;

import org.jspecify.annotations.NullMarked;
